#include "builder/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "builder/chain.hpp"
#include "builder/closest.hpp"
#include "builder/fibres.hpp"
#include "builder/rings.hpp"
#include "builder/wrap.hpp"

namespace genu::builder {

glm::vec3 to_model(const Vec3& p_mm) { return glm::vec3(Vec3(-p_mm.x, p_mm.y, -p_mm.z) / 1000.0); }
glm::vec3 direction_to_model(const Vec3& d) { return glm::vec3(-d.x, d.y, -d.z); }

namespace {

constexpr double kFibreReach_mm = 3.5;  // a sharp turn of the fibres is spread over twice this

/// Where a point of the result lies on the sweep it came from.
struct SweepPlace { std::size_t loft; double along_mm; Vec2 offset_mm; Vec3 fibre; };

class SweepFinder {
public:
    explicit SweepFinder(const Solid& solid) : solid_(solid)
    {
        for (const Loft& loft : solid.lofts) finder_.push_back(std::make_unique<ClosestOnMesh>(loft.mesh));
    }

    SweepPlace find(const Vec3& p) const
    {
        std::size_t best = 0;
        SurfacePlace place;
        place.distance = 1e30;
        for (std::size_t k = 0; k < finder_.size(); ++k) {
            const SurfacePlace here = finder_[k]->nearest(p);
            if (here.distance >= place.distance) continue;
            place = here;
            best = k;
        }
        const Loft& loft = solid_.lofts[best];
        const auto& t = loft.mesh.triangle[place.triangle];
        SweepPlace result{best, 0, Vec2(0), Vec3(0)};
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t corner = t[static_cast<std::size_t>(k)];
            result.along_mm += place.weights[k] * loft.along_mm[corner];
            result.offset_mm += place.weights[k] * loft.offset_mm[corner];
            result.fibre += place.weights[k] * loft.fibre[corner];
        }
        return result;
    }

private:
    const Solid& solid_;
    std::vector<std::unique_ptr<ClosestOnMesh>> finder_;
};

Vec3 along_surface(const Vec3& fibre, const Vec3& normal)
{
    const Vec3 flat = fibre - glm::dot(fibre, normal) * normal;
    const double length = glm::length(flat);
    return length > 1e-3 ? flat / length : glm::normalize(glm::cross(normal, std::abs(normal.x) < 0.7 ? Vec3(1, 0, 0) : Vec3(0, 1, 0)));
}

std::size_t longest_loft(const Solid& solid)
{
    std::size_t longest = 0;
    for (std::size_t k = 1; k < solid.lofts.size(); ++k) if (solid.lofts[k].length_mm > solid.lofts[longest].length_mm) longest = k;
    return longest;
}

std::vector<Vec3> path_of(const Solid& solid)
{
    const ChainSpec& chain = *solid.spec->chain;
    if (!chain.path.empty()) return chain.path;
    std::vector<Vec3> path;
    if (!solid.lofts.empty()) {
        for (const LoftCentre& centre : solid.lofts[longest_loft(solid)].centres) path.push_back(centre.point);
        return path;
    }
    // Slices: straight through the box along its longest side, from above.
    const Box box = solid.box();
    const Vec3 middle = 0.5 * (box.low + box.high), size = box.high - box.low;
    const int d = size.y >= size.x && size.y >= size.z ? 1 : size.x >= size.z ? 0 : 2;
    Vec3 a = middle, b = middle;
    a[d] = box.high[d];
    b[d] = box.low[d];
    return {a, b};
}

std::string two_figures(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string joint_name(const StructureId& id, std::size_t number)
{
    return id.text() + ".joint." + two_figures(number);
}

class ChainBinder {
public:
    ChainBinder(const Solid& solid, const std::map<std::string, Vec3>& centres)
        : solid_(solid), chain_(*solid.spec->chain, path_of(solid), centres), main_(longest_loft(solid)), has_own_path_(!solid.spec->chain->path.empty())
    {
    }

    const Chain& chain() const { return chain_; }

    std::vector<RigJoint> joints() const
    {
        std::vector<RigJoint> result;
        for (const PathJoint& joint : chain_.joints()) {
            result.push_back({joint_name(solid_.spec->id, result.size()), to_model(joint.place), joint.hold.from, joint.hold.to, static_cast<float>(joint.hold.share)});
        }
        return result;
    }

    double along(const Vec3& p, const SweepPlace* place) const
    {
        if (!place) return chain_.along(p);
        if (place->loft == main_ && !has_own_path_) return along_path(place->along_mm);
        return chain_.along(centre_at(solid_.lofts[place->loft], place->along_mm));
    }

    // All points of one section get the same weights, so that sections stay rigid and bellies do not collapse.
    void bind(Mesh& mesh, double along) const
    {
        const PointWeights weights = chain_.weights_at(along);
        mesh.joints.push_back(weights.joint);
        mesh.weights.emplace_back(weights.weight[0], weights.weight[1], weights.weight[2], weights.weight[3]);
    }

private:
    static Vec3 centre_at(const Loft& loft, double along)
    {
        std::size_t i = 0;
        while (i + 2 < loft.centres.size() && loft.centres[i + 1].along_mm < along) ++i;
        const double span = loft.centres[i + 1].along_mm - loft.centres[i].along_mm;
        return glm::mix(loft.centres[i].point, loft.centres[i + 1].point, span > 0 ? std::clamp((along - loft.centres[i].along_mm) / span, 0.0, 1.0) : 0.0);
    }

    // The path is the polyline of the loft's centres: its own length differs a little from the spline's parameter.
    double along_path(double along) const
    {
        const std::vector<LoftCentre>& centres = solid_.lofts[main_].centres;
        double before = 0;
        for (std::size_t i = 0; i + 1 < centres.size(); ++i) {
            const double length = glm::distance(centres[i].point, centres[i + 1].point), span = centres[i + 1].along_mm - centres[i].along_mm;
            if (along <= centres[i + 1].along_mm) return before + (span > 0 ? (along - centres[i].along_mm) / span : 0.0) * length;
            before += length;
        }
        return before;
    }

    const Solid& solid_;
    Chain chain_;
    std::size_t main_;
    bool has_own_path_;
};

// Skin lies far from its line: where the line turns, as at the instep, the nearest place on it would jump.
void even_out(std::vector<double>& along, const TriMesh& mesh)
{
    constexpr int kRounds = 40;
    std::vector<double> sum(along.size());
    std::vector<int> count(along.size());
    for (int round = 0; round < kRounds; ++round) {
        std::fill(sum.begin(), sum.end(), 0.0);
        std::fill(count.begin(), count.end(), 0);
        for (const auto& t : mesh.triangle) {
            for (std::size_t k = 0; k < 3; ++k) {
                sum[t[k]] += along[t[(k + 1) % 3]];
                ++count[t[k]];
            }
        }
        for (std::size_t i = 0; i < along.size(); ++i) if (count[i] > 0) along[i] = 0.5 * (along[i] + sum[i] / count[i]);
    }
}

std::vector<double> places_along(const Solid& skin, const ChainBinder& binder)
{
    std::vector<double> along;
    for (const Vec3& p : skin.mesh.point) along.push_back(binder.along(p, nullptr));
    even_out(along, skin.mesh);
    return along;
}

std::vector<RigJoint> joints_of(const StructureId& id, const Rings& rings)
{
    std::vector<RigJoint> result;
    for (std::size_t j = 0; j < rings.joints().size(); ++j) {
        const PathJoint& joint = rings.joints()[j];
        const Rings::Seat& seat = rings.seats()[j];
        const std::string name = joint_name(id, seat.section) + (seat.count > 1 ? "." + two_figures(seat.place) : std::string());
        result.push_back({name, to_model(joint.place), joint.hold.from, joint.hold.to, static_cast<float>(joint.hold.share)});
    }
    return result;
}

void put_weights(Mesh& mesh, const PointWeights& weights)
{
    mesh.joints.push_back(weights.joint);
    mesh.weights.emplace_back(weights.weight[0], weights.weight[1], weights.weight[2], weights.weight[3]);
}

double tendon_share(const Solid& solid, const SweepPlace& place)
{
    if (solid.tissue().name != "muscle") return 1;
    const Loft& loft = solid.lofts[place.loft];
    return tendon_at(*loft.shape, loft.length_mm, place.along_mm, place.offset_mm);
}

bool names_fascicles(const Solid& solid)
{
    return std::any_of(solid.lofts.begin(), solid.lofts.end(), [](const Loft& loft) { return !loft.shape->fascicles.empty(); });
}

Vec3 fibre_direction(const Solid& solid, const SweepPlace& place, const Vec3& normal)
{
    const Loft& loft = solid.lofts[place.loft];
    // Left as short as it lies on the surface: what runs into it says little about the way on it.
    if (!loft.shape->fascicles.empty()) {
        const Vec3 way = fascicle_at(*loft.shape, place.along_mm / loft.length_mm);
        return way - glm::dot(way, normal) * normal;
    }
    return pennate(*loft.shape, loft.length_mm, place.along_mm, place.offset_mm, along_surface(place.fibre, normal), normal);
}

}  // namespace

BoundMesh bind_to_joints(const Solid& solid, const std::vector<float>& light, const std::map<std::string, Vec3>& joint_centres)
{
    BoundMesh bound;
    Mesh& mesh = bound.mesh;
    mesh.id = solid.spec->id;
    for (const Vec3& p : solid.mesh.point) mesh.position_m.push_back(to_model(p));
    for (const Vec3& n : solid.normal) mesh.normal.push_back(direction_to_model(n));
    for (const auto& t : solid.mesh.triangle) mesh.indices.insert(mesh.indices.end(), t.begin(), t.end());
    mesh.occlusion = light;

    const bool has_fibres = solid.tissue().has_fibres && !solid.lofts.empty();
    const bool needs_places = !solid.lofts.empty() && (has_fibres || solid.spec->chain);
    const SweepFinder finder(solid);
    std::optional<ChainBinder> binder;
    if (solid.spec->chain) binder.emplace(solid, joint_centres);
    std::vector<double> along;
    std::vector<Vec3> fibre;
    for (std::size_t i = 0; i < solid.mesh.point.size(); ++i) {
        const Vec3& p = solid.mesh.point[i];
        std::optional<SweepPlace> place;
        if (needs_places) place = finder.find(p);
        if (has_fibres) {
            fibre.push_back(fibre_direction(solid, *place, solid.normal[i]));
            mesh.tendon.push_back(static_cast<float>(tendon_share(solid, *place)));
        }
        if (binder) along.push_back(binder->along(p, place ? &*place : nullptr));
    }
    // Other sheets and cords are fine meshes with even fields of their own.
    if (has_fibres && (solid.tissue().name == "muscle" || names_fascicles(solid))) even_directions(solid.mesh, solid.normal, fibre, kFibreReach_mm);
    for (const Vec3& d : fibre) mesh.fibre.push_back(direction_to_model(d));
    if (const auto& wrap = solid.spec->shape.wrap) {
        if (binder) even_out(along, solid.mesh);
        for (const Vec3& p : solid.mesh.point) mesh.tendon.push_back(static_cast<float>(blood_at(*wrap, p)));
    }
    if (binder && !solid.spec->chain->around.empty()) {
        const Rings rings(binder->chain(), solid.spec->chain->around, solid.mesh.point, along);
        for (std::size_t i = 0; i < along.size(); ++i) put_weights(mesh, rings.weights_at(along[i], solid.mesh.point[i]));
        bound.joints = joints_of(mesh.id, rings);
        return bound;
    }
    for (const double place : along) binder->bind(mesh, place);
    if (binder) bound.joints = binder->joints();
    else bound.body = solid.spec->body;
    return bound;
}

struct SkinFollower::Parts {
    Parts(const Solid& solid, const std::map<std::string, Vec3>& centres)
        : skin(solid), binder(solid, centres), along(places_along(solid, binder)), rings(binder.chain(), solid.spec->chain->around, solid.mesh.point, along), finder(solid.mesh) {}
    const Solid& skin;
    ChainBinder binder;
    std::vector<double> along;
    Rings rings;
    ClosestOnMesh finder;
};

SkinFollower::SkinFollower(const Solid& skin, const std::map<std::string, Vec3>& joint_centres) : parts_(std::make_unique<Parts>(skin, joint_centres)) {}
SkinFollower::~SkinFollower() = default;

void SkinFollower::bind(Mesh& mesh, const Vec3& p) const
{
    const SurfacePlace place = parts_->finder.nearest(p);
    const auto& t = parts_->skin.mesh.triangle[place.triangle];
    double along = 0;
    Vec3 above(0);
    for (int k = 0; k < 3; ++k) {
        const std::uint32_t corner = t[static_cast<std::size_t>(k)];
        along += place.weights[k] * parts_->along[corner];
        above += place.weights[k] * parts_->skin.mesh.point[corner];
    }
    put_weights(mesh, parts_->rings.weights_at(along, above));
}

void hang_on_skin(BoundMesh& bound, const Solid& solid, const SkinFollower& skin)
{
    bound.follows = *solid.spec->follows;
    for (const Vec3& p : solid.mesh.point) skin.bind(bound.mesh, p);
}

void link_followers(Model& model, const Follows& follows)
{
    for (Mesh& mesh : model.meshes) {
        const auto follower = follows.find(mesh.id);
        const Mesh* skin = follower == follows.end() ? nullptr : model.find(follower->second);
        if (!skin || skin->chain.empty()) continue;
        for (auto& joints : mesh.joints) for (std::uint16_t& joint : joints) joint = static_cast<std::uint16_t>(joint + skin->chain.front());
    }
}

void add_to_model(Model& model, BoundMesh bound)
{
    Mesh& mesh = bound.mesh;
    if (bound.joints.empty() && bound.follows.is_none()) {
        const auto joint = static_cast<std::uint16_t>(bound.body);
        mesh.joints.assign(mesh.position_m.size(), {joint, joint, joint, joint});
        mesh.weights.assign(mesh.position_m.size(), glm::vec4(1, 0, 0, 0));
    }
    const std::size_t first = model.joints.size();
    if (!bound.joints.empty()) {
        for (auto& joints : mesh.joints) for (std::uint16_t& joint : joints) joint = static_cast<std::uint16_t>(joint + first);
    }
    for (RigJoint& joint : bound.joints) {
        mesh.chain.push_back(static_cast<std::uint16_t>(model.joints.size()));
        model.joints.push_back(std::move(joint));
    }
    model.meshes.push_back(std::move(mesh));
}

}  // namespace genu::builder
