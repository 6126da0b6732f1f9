// What the renderer decides before it touches OpenGL.
#include "render/draw_list.hpp"
#include "render/grain.hpp"
#include "render/mesh_preparation.hpp"
#include "render/shapes.hpp"

using namespace genu;
using namespace genu::test;

TEST_CASE("posed bounds enclose every skinned vertex")
{
    const Model model = model_of({spindle("muscle.spindle", {0, 0, 0}, 0.2f, 0.03f)}, 2);
    PoseTracker tracker(model);
    const float c = std::cos(1.1f), s = std::sin(1.1f);
    const SkinMatrix turn(glm::vec4(c, -s, 0, 0.05f), glm::vec4(s, c, 0, -0.02f), glm::vec4(0, 0, 1, 0.1f));
    tracker.follow({kRest, turn});
    const Mesh& mesh = model.meshes[0];
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        const glm::vec4 p(mesh.position_m[v], 1);
        const glm::vec3 moved = mesh.weights[v][0] * glm::vec3(p) + mesh.weights[v][1] * glm::vec3(glm::dot(turn[0], p), glm::dot(turn[1], p), glm::dot(turn[2], p));
        const Bounds& b = tracker.bounds(0);
        REQUIRE(glm::all(glm::greaterThanEqual(moved, b.low - 1e-5f)));
        REQUIRE(glm::all(glm::lessThanEqual(moved, b.high + 1e-5f)));
    }
}

TEST_CASE("only meshes whose joints moved are skinned again")
{
    const Model model = model_of({ball("bone.a", {0, 0, 0}, 0.1f, 0, 6), ball("bone.b", {0, 0, 0}, 0.1f, 1, 6)}, 2);
    PoseTracker tracker(model);
    const auto a = tracker.version(0), b = tracker.version(1);
    tracker.follow({kRest, shifted({1, 0, 0})});
    CHECK(tracker.version(0) == a);
    CHECK(tracker.version(1) != b);
    CHECK(tracker.bounds(1).centre().x == Approx(1).margin(1e-5));
}

TEST_CASE("structures outside the view or wholly cut away are not drawn")
{
    const Model model = model_of({ball("bone.seen", {0, 0, 0}, 0.05f, 0, 6), ball("bone.aside", {3, 0, 0}, 0.05f, 0, 6), ball("bone.cut", {0, 0.15f, 0}, 0.05f, 0, 6)});
    const PoseTracker tracker(model);
    Frame frame = frame_of(model);
    CHECK(make_draw_list(frame, tracker, picture_view(frame, {100, 100})).solid.size() == 2);
    frame.section = {true, {0, 1, 0}, 0.0f};
    const DrawList list = make_draw_list(frame, tracker, picture_view(frame, {100, 100}));
    REQUIRE(list.solid.size() == 1);
    CHECK(list.solid[0].item->mesh == 0);
    CHECK(list.solid[0].is_cut);
    CHECK(list.culled == 2);
}

TEST_CASE("solid structures go front to back, see-through ones back to front")
{
    const Model model = model_of({ball("bone.far", {0, 0, -0.3f}, 0.05f, 0, 6), ball("bone.near", {0, 0, 0.3f}, 0.05f, 0, 6)});
    const PoseTracker tracker(model);
    Frame frame = frame_of(model);
    CHECK(make_draw_list(frame, tracker, picture_view(frame, {100, 100})).solid[0].item->mesh == 1);
    for (DrawItem& item : frame.items) item.opacity = 0.5f;
    CHECK(make_draw_list(frame, tracker, picture_view(frame, {100, 100})).see_through[0].item->mesh == 0);
}

TEST_CASE("a distant mesh has fewer triangles, and a soft one keeps the vertices it bends at")
{
    const auto longest_edge = [](const Mesh& mesh, const std::vector<std::uint32_t>& indices) {
        float longest = 0;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            longest = std::max(longest, glm::distance(mesh.position_m[indices[i]], mesh.position_m[indices[i % 3 == 2 ? i - 2 : i + 1]]));
        }
        return longest;
    };
    Mesh soft = spindle("muscle.rod", {0, 0, 0}, 0.3f, 0.01f);
    for (glm::vec3& p : soft.position_m) {  // a straight rod, which at rest a few triangles would do for
        const float ring = std::hypot(p.x, p.z);
        if (ring > 0) p = {0.01f * p.x / ring, p.y, 0.01f * p.z / ring};
    }
    Mesh rigid = soft;
    for (glm::vec4& w : rigid.weights) w = {1, 0, 0, 0};
    const auto soft_levels = coarse_levels(soft), rigid_levels = coarse_levels(rigid);
    REQUIRE_FALSE(soft_levels.empty());
    REQUIRE_FALSE(rigid_levels.empty());
    CHECK(soft_levels.back().indices.size() < soft.indices.size());
    CHECK(rigid_levels.back().indices.size() < soft_levels.back().indices.size());
    // A chord across a bend of 5 cm radius that stays within 1.2 mm is 22 mm long; the mesh's own rings are 12.5 mm apart.
    CHECK(longest_edge(soft, soft_levels.back().indices) < 0.040f);
    CHECK(longest_edge(rigid, rigid_levels.back().indices) > 0.1f);
}

TEST_CASE("a box is closed, a box without one side is not")
{
    Mesh mesh = box("bone.box", {0, 0, 0}, glm::vec3(0.1f));
    CHECK(is_closed(mesh));
    mesh.indices.resize(mesh.indices.size() - 6);
    CHECK_FALSE(is_closed(mesh));
}

TEST_CASE("a triangle turned inside out is not closed")
{
    Mesh mesh = box("bone.box", {0, 0, 0}, glm::vec3(0.1f));
    std::swap(mesh.indices[0], mesh.indices[1]);
    CHECK_FALSE(is_closed(mesh));
}

TEST_CASE("grain hardly changes along the fibres and fully across them, also on a bent muscle")
{
    Mesh mesh = spindle("muscle.bent", {0, 0, 0}, 0.1f, 0.02f);
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        glm::vec3& p = mesh.position_m[v];
        p.x += 3 * p.y * p.y;  // bent by up to 31 degrees
        mesh.fibre[v] = glm::normalize(glm::vec3(6 * p.y, 1, 0));
    }
    const std::vector<glm::vec3> grain = grain_coordinates(mesh);
    double along = 0, along_length = 0, across = 0, across_length = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const auto a = mesh.indices[i], b = mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
        const glm::vec3 edge = mesh.position_m[b] - mesh.position_m[a];
        const float length = glm::length(edge), cosine = std::abs(glm::dot(edge, mesh.fibre[a])) / length;
        if (std::abs(mesh.position_m[a].y) > 0.06f) continue;  // the belly; towards the ends fibres converge and the two aims conflict
        if (cosine > 0.98f) {
            along += static_cast<double>(glm::length(grain[b] - grain[a]));
            along_length += static_cast<double>(length);
        } else if (cosine < 0.1f) {
            across += static_cast<double>(glm::length(grain[b] - grain[a]));
            across_length += static_cast<double>(length);
        }
    }
    REQUIRE(along_length > 0);
    REQUIRE(across_length > 0);
    CHECK(along / along_length < 0.15);
    CHECK(across / across_length > 0.6);
}

TEST_CASE("the pixels of a cut hold every point of the plane within the box, and far fewer than the box")
{
    const Model model = model_of({box("bone.long", {0.02f, 0, 0.01f}, {0.02f, 0.2f, 0.03f})});
    Frame frame = frame_of(model);
    frame.camera.pitch_rad = 0.6f;
    frame.section = {true, glm::normalize(glm::vec3(0.1f, 1, 0.2f)), 0.03f};
    const PictureView view = picture_view(frame, {400, 300});
    const Bounds bounds = bounds_of(model.meshes[0]);
    const PixelRect cut = cut_pixels(bounds, view, 1), whole = covered_pixels(bounds, view, 1);
    CHECK(4 * cut.width * cut.height < whole.width * whole.height);
    for (float x = bounds.low.x; x <= bounds.high.x; x += 0.005f) {
        for (float z = bounds.low.z; z <= bounds.high.z; z += 0.005f) {
            const glm::vec3 n = view.section.normal;
            const glm::vec4 clip = view.view_projection * glm::vec4(x, (view.section.offset_m - n.x * x - n.z * z) / n.y, z, 1);
            const glm::vec2 pixel = (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * glm::vec2(view.size);
            REQUIRE(pixel.x >= static_cast<float>(cut.x));
            REQUIRE(pixel.y >= static_cast<float>(cut.y));
            REQUIRE(pixel.x <= static_cast<float>(cut.x + cut.width));
            REQUIRE(pixel.y <= static_cast<float>(cut.y + cut.height));
        }
    }
    frame.section.offset_m = 1;
    CHECK(cut_pixels(bounds, picture_view(frame, {400, 300}), 1).width == 0);
}

TEST_CASE("a thin sheet has fewer triangles from afar, and its two sides keep apart")
{
    Mesh sheet = ball("fascia.sheet", {0, 0, 0}, 0.1f, 0, 48);
    for (std::size_t v = 0; v < sheet.position_m.size(); ++v) {
        glm::vec3& p = sheet.position_m[v];
        p.z *= 0.009f;  // less than two millimetres thick
        p.z += 0.02f * std::cos(12 * p.x);
    }
    compute_normals(sheet);
    const std::vector<CoarseLevel> levels = coarse_levels(sheet);
    REQUIRE_FALSE(levels.empty());
    CHECK(2 * levels.back().indices.size() < sheet.indices.size());
    CHECK(levels.back().error_m < 0.0005f);
    // Only right at the sharp rim, which is thinner than what a level may be off, may a triangle turn over.
    for (const CoarseLevel& level : levels) {
        double all = 0, turned = 0;
        for (std::size_t i = 0; i + 2 < level.indices.size(); i += 3) {
            const auto at = [&](std::size_t k) { return level.indices[i + k]; };
            const glm::vec3 a = sheet.position_m[at(0)], across = glm::cross(sheet.position_m[at(1)] - a, sheet.position_m[at(2)] - a);
            const glm::vec3 normal = sheet.normal[at(0)] + sheet.normal[at(1)] + sheet.normal[at(2)];
            const auto area = static_cast<double>(glm::length(across));
            all += area;
            if (glm::dot(across, normal) < 0) turned += area;
        }
        INFO(level.error_m << " m: " << turned / all);
        CHECK(turned < 0.01 * all);
    }
}
