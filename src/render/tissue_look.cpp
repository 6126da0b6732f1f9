#include "render/tissue_look.hpp"

#include <string_view>
#include <unordered_map>

namespace genu {

// Millimetres as plates show them: skin of the thigh 1.5 to 2, the bark of a bone's end about 1, the wall of a large artery
// just under 1 and that of its vein half as much. What of a muscle is tendon through and through is thinner than 6.
TissueLook look_of(const StructureId& id)
{
    static const std::unordered_map<std::string_view, TissueLook> looks = {
        {"muscle", {CutFace::flesh, 0, 0.0035f, 0}},     {"tendon", {CutFace::cord, 0, 0, 0}},       {"ligament", {CutFace::cord, 0, 0, 0}},
        {"retinaculum", {CutFace::cord, 0, 0, 0.6f}},    {"capsule", {CutFace::cord, 0, 0, 0.4f}},   {"fascia", {CutFace::cord, 0, 0, 1}},
        {"bone", {CutFace::spongy, 0.0012f, 0, 0}},      {"nerve", {CutFace::nerve, 0.00045f, 0, 0}}, {"artery", {CutFace::vessel, 0.0009f, 0, 0}},
        {"vein", {CutFace::vessel, 0.0005f, 0, 0}},      {"fat", {CutFace::fat, 0.00025f, 0, 0}},    {"region", {CutFace::fat, 0.0014f, 0, 0}},
    };
    const auto found = looks.find(id.kind());
    return found == looks.end() ? TissueLook{} : found->second;
}

}  // namespace genu
