#include "builder/part.hpp"

#include <algorithm>
#include <map>

#include "base/suggest.hpp"
#include "builder/slice_field.hpp"
#include "builder/solid.hpp"

namespace genu::builder {

namespace {

constexpr double kReach_mm = 8;  // splines run outside of their stations, and tubes are moved clear of each other

double widest(const Station& station)
{
    double width = std::max(station.outline[0], station.outline[1]);
    for (std::size_t i = 4; i < station.outline.size(); ++i) width += std::abs(station.outline[i]);
    return width;
}

bool is_named(const StructureId& id, const std::string& name)
{
    if (!name.empty() && name.back() == '*') return id.text().compare(0, name.size() - 1, name, 0, name.size() - 1) == 0;
    return id.text() == name;
}

Problem nothing_named(const LegSpec& spec, const std::string& name)
{
    std::vector<std::string> ids;
    for (const StructureSpec& structure : spec.structures) ids.push_back(structure.id.text());
    return {"command line", "--only", "no structure is called \"" + name + "\"", did_you_mean(name, ids)};
}

bool is_needed_by(const StructureSpec& other, const StructureSpec& wanted)
{
    for (const ShellShape& shell : wanted.shape.shells) if (shell.bone == other.id) return true;
    return false;
}

}  // namespace

Box rough_box(const StructureSpec& spec)
{
    Box box;
    for (const SweepShape& sweep : spec.shape.sweeps) {
        const double cap = std::max(sweep.cap[0], sweep.cap[1]);
        for (const Station& station : sweep.stations) {
            const Vec3 reach(std::max(cap, widest(station)));
            box.add({station.centre - reach, station.centre + reach});
        }
    }
    for (const BlendShape& block : spec.shape.blocks) {
        for (const SliceShape& part : block.parts) box.add(SliceField(part).box());
    }
    for (const ShellShape& shell : spec.shape.shells) {
        const Box layers = box_of(shell);
        if (!layers.empty()) box.add(layers);
    }
    return box.empty() ? box : box.grown(kReach_mm);
}

Result<std::vector<Role>> roles_for(const LegSpec& spec, const std::vector<std::string>& names)
{
    const std::size_t count = spec.structures.size();
    std::vector<Role> roles(count, names.empty() ? Role::wanted : Role::absent);
    if (names.empty()) return roles;
    Problems problems;
    for (const std::string& name : names) {
        bool found = false;
        for (std::size_t i = 0; i < count; ++i) {
            if (!is_named(spec.structures[i].id, name)) continue;
            found = true;
            roles[i] = Role::wanted;
            if (spec.structures[i].shape.wrap) {
                problems.push_back({"command line", "--only", "\"" + spec.structures[i].id.text() + "\" is drawn over all others and cannot be built without them", "build the whole leg"});
            }
        }
        if (!found) problems.push_back(nothing_named(spec, name));
    }
    if (!problems.empty()) return problems;
    std::vector<Box> boxes;
    for (const StructureSpec& structure : spec.structures) boxes.push_back(rough_box(structure));
    const std::vector<Role> named = roles;
    for (std::size_t i = 0; i < count; ++i) {
        if (named[i] != Role::absent || spec.structures[i].shape.wrap) continue;
        for (std::size_t k = 0; k < count; ++k) {
            if (named[k] != Role::wanted) continue;
            if (is_needed_by(spec.structures[i], spec.structures[k]) || (!boxes[i].empty() && boxes[i].meets(boxes[k]))) roles[i] = Role::neighbour;
        }
    }
    // Neighbours that are layers on a bone need that bone, too.
    for (std::size_t i = 0; i < count; ++i) {
        if (roles[i] == Role::absent) continue;
        for (std::size_t k = 0; k < count; ++k) if (roles[k] == Role::absent && is_needed_by(spec.structures[k], spec.structures[i])) roles[k] = Role::neighbour;
    }
    return roles;
}

void carry_over(Model& model, const Model& older, const Mesh& mesh, const Follows& follows)
{
    const auto follower = follows.find(mesh.id);
    const Mesh* followed = follower == follows.end() ? nullptr : older.find(follower->second);
    std::map<std::uint16_t, std::uint16_t> place;  // in the older model, in this one
    for (std::uint16_t body = 0; body < kBodyCount; ++body) place[body] = body;
    for (const std::uint16_t joint : mesh.chain) {
        place[joint] = static_cast<std::uint16_t>(model.joints.size());
        model.joints.push_back(older.joints[joint]);
    }
    if (followed) for (const std::uint16_t joint : followed->chain) place[joint] = static_cast<std::uint16_t>(joint - followed->chain.front());
    Mesh moved = mesh;
    for (auto& joints : moved.joints) for (std::uint16_t& joint : joints) joint = place[joint];
    for (std::uint16_t& joint : moved.chain) joint = place[joint];
    model.meshes.push_back(std::move(moved));
}

Problems misfits(const LegSpec& spec, const Model& older)
{
    std::vector<StructureId> owners, nerves;
    for (const AttachmentSpec& attachment : spec.attachments) owners.push_back(attachment.owner);
    for (const TerritorySpec& territory : spec.territories) nerves.push_back(territory.nerve);
    const bool bodies_fit = older.joints.size() >= kBodyCount && older.joints[0].name == std::string("joint.") + name_of(Body{0});
    if (owners == older.attachment_owners && nerves == older.territories && bodies_fit) return {};
    return {{"command line", "--into", "that model was built from a specification with other joints, attachments or territories", "build the whole leg anew"}};
}

}  // namespace genu::builder
