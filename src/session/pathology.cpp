#include "session/pathology.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

using Mat3 = glm::dmat3;

double smooth(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

Mat3 along(const glm::dvec3& axis) { return glm::outerProduct(axis, axis); }

/// p → centre + stretch * (p - centre)
struct Stretch { Mat3 by{1}; glm::dvec3 centre{0}; };

SkinMatrix after(const SkinMatrix& motion, const Stretch& s)
{
    const glm::dvec3 shift = s.centre - s.by * s.centre;
    SkinMatrix result;
    for (glm::length_t row = 0; row < 3; ++row) {
        const glm::dvec3 r(motion[row].x, motion[row].y, motion[row].z);
        const glm::dvec3 turned = r * s.by;  // row times matrix
        result[row] = glm::vec4(turned, static_cast<float>(glm::dot(r, shift) + static_cast<double>(motion[row].w)));
    }
    return result;
}

/// Where the joints of a shape's chain lie along it, 0 … 1.
std::vector<double> places_along(const Library& library, const Mesh& mesh)
{
    std::vector<double> along{0};
    for (std::size_t i = 1; i < mesh.chain.size(); ++i) {
        along.push_back(along.back() + glm::distance(library.model.joints[mesh.chain[i]].rest_m, library.model.joints[mesh.chain[i - 1]].rest_m));
    }
    const double length = std::max(along.back(), 1e-9);
    for (double& a : along) a /= length;
    return along;
}

/// A bag with a neck: soft, it lies flat and wide and its neck stands open; tense, it is round and its neck is squeezed.
Stretch bag(const PathologyShape& shape, double scale, double soft, double along)
{
    const double body = smooth((along - 0.15) / 0.35);
    const double grown = 1 + (scale - 1) * body;
    const double across = (1 - body) * (1 + 0.7 * soft) + body * (1 + 0.10 * soft);
    const double deep = (1 - body) * (1 + 0.5 * soft) + body * (1 - 0.32 * soft);
    const Mat3 depth = genu::along(shape.axis);
    return {grown * (across * (Mat3(1) - depth) + deep * depth), shape.centre_m};
}

Stretch stretch_of(const PathologyShape& shape, const Library& library, const Mesh& mesh, const std::vector<double>& places, std::size_t i, double size, double soft)
{
    const double scale = size / shape.built;
    const glm::dvec3 here(library.model.joints[mesh.chain[i]].rest_m);
    switch (shape.growth) {
        case PathologyGrowth::from_neck: return bag(shape, scale, soft, places[i]);
        case PathologyGrowth::round: {
            const glm::dvec3 before(library.model.joints[mesh.chain[i == 0 ? 0 : i - 1]].rest_m);
            const glm::dvec3 behind(library.model.joints[mesh.chain[std::min(i + 1, mesh.chain.size() - 1)]].rest_m);
            const Mat3 course = along(glm::normalize(behind - before));
            const double swell = std::sin(3.14159265358979323846 * places[i]);
            return {course + (1 + (scale - 1) * swell * swell) * (Mat3(1) - course), here};
        }
        case PathologyGrowth::length: {
            // What lies beyond the length is drawn together to its end, on the vessel's own course.
            const double half = std::clamp(0.5 * scale, 0.0, 0.5), off = places[i] - 0.5;
            if (std::abs(off) <= half) return {};
            const double end = 0.5 + std::copysign(half, off);
            std::size_t k = 1;
            while (k + 1 < places.size() && places[k] < end) ++k;
            const double t = (end - places[k - 1]) / std::max(places[k] - places[k - 1], 1e-9);
            const glm::dvec3 a(library.model.joints[mesh.chain[k - 1]].rest_m), b(library.model.joints[mesh.chain[k]].rest_m);
            return {Mat3(1e-3), glm::mix(a, b, t)};
        }
        case PathologyGrowth::lens: {
            const Mat3 course = along(shape.axis);
            return {scale * course + std::pow(scale, 0.7) * (Mat3(1) - course), shape.centre_m};
        }
        case PathologyGrowth::thickness: return {Mat3(1) + (scale - 1) * along(shape.axis), shape.centre_m};
    }
    return {};
}

}  // namespace

std::optional<double> firmness(const PathologyShape& shape, const Pose& pose)
{
    if (!shape.firmness) return std::nullopt;
    const Firmness& f = *shape.firmness;
    return 1 - smooth((pose[f.joint] - f.tense_deg) / (f.soft_deg - f.tense_deg));
}

const char* firmness_name(double firmness) { return firmness > 0.75 ? "tense" : firmness > 0.25 ? "firm" : "soft"; }

void apply_pathology(const ViewState& view, const Library& library, const Pose& pose, std::vector<SkinMatrix>& joints)
{
    for (const auto& [id, size] : view.pathology) {
        const PathologyShape* shape = library.pathology.find(id);
        const Mesh* mesh = library.model.find(id);
        if (!shape || !mesh || mesh->chain.size() < 2) continue;
        const std::vector<double> places = places_along(library, *mesh);
        const double soft = 1 - firmness(*shape, pose).value_or(1);
        for (std::size_t i = 0; i < mesh->chain.size(); ++i) {
            SkinMatrix& joint = joints[mesh->chain[i]];
            joint = after(joint, stretch_of(*shape, library, *mesh, places, i, size, soft));
        }
    }
}

Material pathology_material(const Library& library, const PathologyShape& shape, const Pose& pose)
{
    const auto& materials = library.appearance.materials;
    const auto named = [&](const std::string& name) { return materials.contains(name) ? materials.at(name) : library.appearance.material("pathology"); };
    Material material = named(shape.id.text());
    if (const auto firm = firmness(shape, pose)) {
        const Material tense = named(shape.id.text() + ".tense");
        material.colour = glm::mix(material.colour, tense.colour, static_cast<float>(*firm));
        material.tendon_colour = material.colour;
        material.translucency = glm::mix(material.translucency, tense.translucency, static_cast<float>(*firm));
    }
    return material;
}

std::string pathology_words(const Library& library, const PathologyShape& shape, double size, const Pose& pose)
{
    std::string words = library.catalogue.name(shape.id) + ", " + std::to_string(std::lround(size)) + " " + shape.unit;
    if (const auto firm = firmness(shape, pose)) words += ", " + library.texts(std::string("pathology.") + firmness_name(*firm));
    return words;
}

bool hides_pathology(const ViewState& view, const Library& library, const StructureId& id)
{
    return std::any_of(view.pathology.begin(), view.pathology.end(), [&](const auto& shown) {
        const PathologyShape* shape = library.pathology.find(shown.first);
        return shape && library.has_shape(shown.first) && std::find(shape->through.begin(), shape->through.end(), id) != shape->through.end();
    });
}

}  // namespace genu
