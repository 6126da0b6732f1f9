#pragma once
// glTF 2.0 in and out. The only code that knows tinygltf.
//
// How a model lies in the file: every structure is a node at the root, named by its id, with one mesh and one skin.
// Joints are nodes named "joint.<body>" or "<structure id>.joint.NN", flat under one root node "rig", each with
// extras {"from","to","share"}. Per-vertex data beside the standard attributes: _FIBRE (vec3), _TENDON and _OCCLUSION
// (scalar), _ATTACHMENT (vec4 of normalised bytes: Mesh::attachment; the scene's extras "attachment_owners", "territories" and
// "territory_source" name what its third and fourth number count); COLOR_0 holds the tissue's colour with occlusion, so that other viewers show the same leg.
#include <cstddef>
#include <span>
#include <vector>

#include "base/files.hpp"
#include "scene/model.hpp"

namespace genu {

struct Animation;

/// Reads .glb or .gltf. A broken file is an error that names what is wrong; a foreign file (no rig extras) loads too:
/// its nodes' names become ids, and joints without extras move with the pelvis.
Result<Model> read_gltf(const fs::path& path);
Result<Model> read_glb(std::span<const std::byte> bytes, const std::string& name);

/// Deterministic: the same model gives the same bytes. `colours` gives each mesh's base colours for other viewers and
/// the tissue written into its node's extras.
struct TissueColours { glm::vec3 base_srgb; glm::vec3 tendon_srgb; float alpha = 1; std::string tissue; };

/// full: figures as they are. web: vertices in few bytes (KHR_mesh_quantization; a 65535th of a structure's length).
enum class GlbForm { full, web };
/// With an animation the joints stand turned as it says, and each clip moves them and the rig's root.
Result<Done> write_glb(const fs::path& path, const Model& model, const std::vector<TissueColours>& colours, GlbForm form = GlbForm::full, const Animation* animation = nullptr);

}  // namespace genu
