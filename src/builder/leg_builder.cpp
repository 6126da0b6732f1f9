#include "builder/leg_builder.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

#include "builder/assemble.hpp"
#include "builder/attachments.hpp"
#include "builder/claims.hpp"
#include "builder/compare.hpp"
#include "builder/finish.hpp"
#include "builder/occlusion.hpp"
#include "builder/parallel.hpp"
#include "builder/part.hpp"
#include "builder/soften.hpp"
#include "builder/solid.hpp"
#include "builder/surface.hpp"
#include "builder/wrap.hpp"

namespace genu::builder {

namespace {

void finish_lofts(Solid& solid, const std::vector<const Solid*>& cutters)
{
    TriMesh all;
    for (const Loft& loft : solid.lofts) {
        const auto first = static_cast<std::uint32_t>(all.point.size());
        all.point.insert(all.point.end(), loft.mesh.point.begin(), loft.mesh.point.end());
        for (const auto& t : loft.mesh.triangle) all.triangle.push_back({t[0] + first, t[1] + first, t[2] + first});
    }
    if (!solid.is_tube()) step_out_of(all, cutters);
    solid.normal = normals_of(all);
    solid.mesh = std::move(all);
}

// Branches of one nerve or vessel become one surface; fine enough that the thinnest keeps its calibre.
void finish_fork(Solid& solid)
{
    double thinnest = 10;
    std::size_t triangles = 0;
    for (const Loft& loft : solid.lofts) {
        for (const LoftCentre& centre : loft.centres) thinnest = std::min(thinnest, centre.radius_mm);
        triangles += loft.mesh.triangle.size();
    }
    Field whole;
    for (const Loft& loft : solid.lofts) {
        const Field part = distance_to(loft.mesh, std::clamp(0.55 * thinnest, 0.25, 0.6));
        whole = whole.empty() ? part : united(whole, part);
    }
    TriMesh dense = surface_of(whole);
    if (!edge_faults(dense).none()) part_touching_sheets(dense);
    const std::vector<Vec3> normal = normals_of(dense);
    thin(solid, std::move(dense), normal, triangles);
}

// Whether a plain loft reaches into what it must give way to.
bool is_cut(const Solid& solid, const Neighbours& neighbours)
{
    if (!neighbours.sharers.empty()) return true;
    for (const Vec3& p : solid.lofts.front().mesh.point) {
        for (const Solid* cutter : neighbours.cutters) if (cutter->own.sample(p) < 0.1) return true;
    }
    return false;
}

void make_surface(Solid& solid, const std::vector<Solid>& all)
{
    const Neighbours neighbours = neighbours_of(solid, all);
    if (solid.is_tube() && solid.lofts.size() > 1) return finish_fork(solid);
    // What rests on others ends flush with them, which only a grid can cut.
    const bool is_flush = !solid.spec->rests_on.empty();
    const bool keeps_loft = solid.is_tube() || (!is_flush && solid.is_thin_sheet()) ||
                            (!is_flush && solid.is_plain_loft() && solid.tissue().name != "muscle" && ((solid.tissue().ends_in_bone && !solid.is_sleeve()) || !is_cut(solid, neighbours)));
    if (keeps_loft) {
        finish_lofts(solid, neighbours.cutters);
    } else if (neighbours.none() && solid.blocks.size() == 1 && solid.lofts.empty()) {
        finish_surface(solid, solid.blocks.front());
    } else {
        finish_surface(solid, surface_of(softened(claimed_space(solid, neighbours), solid.spec->round_mm, solid.spec->lobules_mm)));
    }
}

void wrap(Solid& skin, std::vector<Solid>& solids)
{
    const WrapShape& shape = *skin.spec->shape.wrap;
    std::vector<const TriMesh*> below;
    std::vector<TriMesh*> tucked;
    for (Solid& solid : solids) {
        // No spaces, and nothing that is there only in disease.
        const std::string_view tissue = solid.tissue().name;
        if (tissue == "skin" || tissue == "region" || tissue == "pathology") continue;
        if (std::find(shape.without.begin(), shape.without.end(), solid.spec->id) == shape.without.end()) below.push_back(&solid.mesh);
        else tucked.push_back(&solid.mesh);
    }
    skin.mesh = wrap_surface(shape, below, skin.voxel_mm, tucked);
    skin.normal = normals_of(skin.mesh);
}

std::vector<std::vector<float>> bake_light(const std::vector<Solid>& solids, const std::vector<Role>& roles)
{
    Box box;
    for (const Solid& solid : solids) if (solid.tissue().blocks_light) box.add(box_of(solid.mesh));
    Fullness fullness(box.empty() ? Box{Vec3(0), Vec3(1)} : box, 2.0);
    std::vector<bool> lasting(solids.size() + 1, false);
    for (std::size_t i = 0; i < solids.size(); ++i) {
        if (solids[i].tissue().blocks_light) fullness.fill(solids[i].mesh, static_cast<std::uint16_t>(i + 1));
        lasting[i + 1] = solids[i].tissue().name == "bone";
    }
    std::vector<std::vector<float>> light(solids.size());
    for_each_parallel(solids.size(), [&](std::size_t i) {
        if (roles[i] != Role::wanted) return;
        // What lies below skin does not shade it.
        if (solids[i].spec->shape.wrap) light[i].assign(solids[i].mesh.point.size(), 1.0f);
        else light[i] = light_of(solids[i].mesh, solids[i].normal, static_cast<std::uint16_t>(i + 1), fullness, lasting, {});
    });
    return light;
}

class Stages {
public:
    explicit Stages(const std::function<void(const std::string&)>& progress) : progress_(progress), start_(std::chrono::steady_clock::now()) {}
    void say(const std::string& what) const
    {
        if (!progress_) return;
        char line[160];
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        std::snprintf(line, sizeof line, "%5.1f s  %s", seconds, what.c_str());
        progress_(line);
    }
private:
    const std::function<void(const std::string&)>& progress_;
    std::chrono::steady_clock::time_point start_;
};

void shape_all(const LegSpec& spec, const std::vector<Role>& roles, std::vector<Solid>& solids)
{
    solids.resize(spec.structures.size());
    for_each_parallel(solids.size(), [&](std::size_t i) {
        solids[i].spec = &spec.structures[i];
        if (roles[i] != Role::absent) solids[i] = shape_solid(spec.structures[i]);
    });
    // Tubes are measured only after they have been moved clear of what is measured here.
    for_each_parallel(solids.size(), [&](std::size_t i) { if (!solids[i].is_tube() && solids[i].spec->shape.shells.empty()) measure_solid(solids[i]); });
    for_each_parallel(solids.size(), [&](std::size_t i) {
        Solid& solid = solids[i];
        if (solid.spec->shape.shells.empty() || roles[i] == Role::absent) return;
        std::vector<const Solid*> bones;
        for (const ShellShape& shell : solid.spec->shape.shells) {
            const auto found = std::find_if(solids.begin(), solids.end(), [&](const Solid& s) { return s.spec->id == shell.bone; });
            bones.push_back(&*found);
        }
        add_shells(solid, bones);
        measure_solid(solid);
    });
    std::vector<Solid*> tubes;
    std::vector<const Solid*> obstacles;
    for (std::size_t i = 0; i < solids.size(); ++i) {
        Solid& solid = solids[i];
        if (roles[i] == Role::absent) continue;
        if (solid.is_tube()) tubes.push_back(&solid);
        else if (solid.tissue().cuts_by_default && solid.tissue().claim < 30) obstacles.push_back(&solid);
    }
    clear_tubes(tubes, obstacles);
    for_each_parallel(tubes.size(), [&](std::size_t i) { measure_solid(*tubes[i]); });
}

// Bodies stand at the joint that moves them.
std::vector<RigJoint> body_joints(const std::map<std::string, Vec3>& centres)
{
    static constexpr std::array<const char*, kBodyCount> kMovedBy = {"lumbar", "hip", "hip", "patella", "knee", "ankle", "subtalar", "toes"};
    std::vector<RigJoint> joints;
    for (int i = 0; i < kBodyCount; ++i) {
        const Body body = static_cast<Body>(i);
        const auto centre = centres.find(kMovedBy[static_cast<std::size_t>(i)]);
        joints.push_back({std::string("joint.") + name_of(body), centre == centres.end() ? glm::vec3(0) : to_model(centre->second), body, body, 0});
    }
    return joints;
}

Problems empty_ones(const std::vector<Solid>& solids, const std::vector<Role>& roles)
{
    Problems problems;
    for (std::size_t i = 0; i < solids.size(); ++i) {
        const Solid& solid = solids[i];
        if (roles[i] != Role::wanted || !solid.mesh.triangle.empty()) continue;
        problems.push_back({solid.spec->file, solid.spec->id.text(), "nothing is left of it",
                            "it lies wholly inside a structure that keeps its space, or is thinner than the grid: see \"cut_by\" and \"mesh\""});
    }
    return problems;
}

// What is not built anew keeps the surface it had, so that it can cast its shadow.
void take_surfaces(std::vector<Solid>& solids, const std::vector<Role>& roles, const Model& older)
{
    for (std::size_t i = 0; i < solids.size(); ++i) {
        const Mesh* mesh = roles[i] == Role::wanted ? nullptr : older.find(solids[i].spec->id);
        if (mesh) solids[i].mesh = from_model(*mesh);
    }
}

// What follows a skin that is not there hangs on its body.
Follows hang_followers(const LegSpec& spec, const std::vector<Solid>& solids, const std::vector<Role>& roles, const Model* older, std::vector<BoundMesh>& bound)
{
    std::map<StructureId, std::unique_ptr<SkinFollower>> skins;
    Follows follows;
    for (std::size_t i = 0; i < solids.size(); ++i) {
        const std::optional<StructureId>& over = solids[i].spec->follows;
        if (!over) continue;
        const auto skin = std::find_if(solids.begin(), solids.end(), [&](const Solid& s) { return s.spec->id == *over; });
        if (skin == solids.end() || skin->mesh.triangle.empty()) continue;
        if (roles[i] == Role::wanted) {
            auto& follower = skins[*over];
            if (!follower) follower = std::make_unique<SkinFollower>(*skin, spec.joint_centres);
            hang_on_skin(bound[i], solids[i], *follower);
        } else if (!older || !older->find(solids[i].spec->id)) {
            continue;
        }
        follows[solids[i].spec->id] = *over;
    }
    return follows;
}

void paint_and_add(const LegSpec& spec, std::vector<Solid>& solids, const std::vector<Role>& roles, const Model* older, BuiltLeg& leg)
{
    const std::vector<std::vector<float>> light = bake_light(solids, roles);
    std::vector<BoundMesh> bound(solids.size());
    for_each_parallel(solids.size(), [&](std::size_t i) { if (roles[i] == Role::wanted) bound[i] = bind_to_joints(solids[i], light[i], spec.joint_centres); });
    const Follows follows = hang_followers(spec, solids, roles, older, bound);
    std::vector<Paint> paint = paint_attachments(spec, solids, roles);
    for (std::size_t i = 0; i < solids.size(); ++i) {
        const Mesh* kept = older ? older->find(solids[i].spec->id) : nullptr;
        if (roles[i] == Role::wanted) {
            bound[i].mesh.attachment = solids[i].tissue().name == "skin" ? paint_territories(spec, solids[i]) : std::move(paint[i]);
            add_to_model(leg.model, std::move(bound[i]));
        } else if (kept) {
            carry_over(leg.model, *older, *kept, follows);
        } else {
            continue;
        }
        leg.colours.push_back({solids[i].tissue().colour_srgb, solids[i].tissue().tendon_srgb, solids[i].tissue().alpha, std::string(solids[i].tissue().name)});
        if (roles[i] == Role::wanted) for (const std::string& note : solids[i].notes) leg.notes.push_back(solids[i].spec->id.text() + ": " + note);
    }
    link_followers(leg.model, follows);
}

}  // namespace

Result<BuiltLeg> build_leg(const LegSpec& spec, const std::function<void(const std::string&)>& progress, const BuildWish& wish)
{
    const Stages stages(progress);
    const Result<std::vector<Role>> wanted = roles_for(spec, wish.only);
    if (!wanted) return wanted.problems();
    const std::vector<Role>& roles = *wanted;
    if (wish.into) if (Problems problems = misfits(spec, *wish.into); !problems.empty()) return problems;
    std::vector<Solid> solids;
    shape_all(spec, roles, solids);
    stages.say(std::to_string(std::count_if(roles.begin(), roles.end(), [](Role role) { return role != Role::absent; })) + " structures shaped");
    for_each_parallel(solids.size(), [&](std::size_t i) { if (roles[i] == Role::wanted && !solids[i].spec->shape.wrap) make_surface(solids[i], solids); });
    stages.say("space shared out, surfaces made");
    for (std::size_t i = 0; i < solids.size(); ++i) if (roles[i] == Role::wanted && solids[i].spec->shape.wrap) wrap(solids[i], solids);
    if (wish.only.empty()) stages.say("skin drawn over it");
    if (Problems problems = empty_ones(solids, roles); !problems.empty()) return problems;
    if (wish.into) take_surfaces(solids, roles, *wish.into);

    BuiltLeg leg;
    leg.model.generator = "genu-build";
    leg.model.joints = body_joints(spec.joint_centres);
    for (const AttachmentSpec& attachment : spec.attachments) leg.model.attachment_owners.push_back(attachment.owner);
    for (const TerritorySpec& territory : spec.territories) leg.model.territories.push_back(territory.nerve);
    leg.model.territory_source = spec.territory_source;
    paint_and_add(spec, solids, roles, wish.into, leg);
    stages.say("light, fibres, tendons, joints and attachments added");
    return leg;
}

}  // namespace genu::builder
