#include "render/shadow_pass.hpp"

#include <algorithm>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr int kShadowSize = 1536;
constexpr float kTolerance_m = 0.0006f;  // about a texel of the shadow
constexpr float kBlur_m = 0.0045f;  // half-width of the soft edge on the leg

}  // namespace

glm::mat4 light_view_projection(const Bounds& casters, glm::vec3 towards_light)
{
    const glm::vec3 centre = casters.centre();
    const glm::vec3 up = std::abs(towards_light.y) > 0.9f ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0);
    const glm::mat4 view = glm::lookAt(centre + towards_light, centre, up);
    Bounds seen;
    for (int i = 0; i < 8; ++i) {
        const glm::vec3 corner(i & 1 ? casters.high.x : casters.low.x, i & 2 ? casters.high.y : casters.low.y, i & 4 ? casters.high.z : casters.low.z);
        seen.add(glm::vec3(view * glm::vec4(corner, 1)));
    }
    const float margin = 0.01f;
    return glm::ortho(seen.low.x - margin, seen.high.x + margin, seen.low.y - margin, seen.high.y + margin, -seen.high.z - margin, -seen.low.z + margin) * view;
}

Result<ShadowPass> ShadowPass::create(const fs::path& folder)
{
    auto shaders = make_plain_shaders(folder, "depth.frag");
    if (!shaders.ok()) return shaders.problems();
    ShadowPass made;
    made.depth_ = std::move(*shaders);
    return made;
}

int ShadowPass::draw(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& casters, std::uint64_t pose_version)
{
    Key key{{}, {}, view.lights.key, view.mirror, view.section, pose_version};
    Bounds bounds;
    for (const DrawEntry& caster : casters) {
        key.meshes.push_back(caster.item->mesh);
        key.cuts.push_back(caster.is_cut);
        bounds.add(caster.bounds);
    }
    if (!texture_) {
        texture_ = GlTexture::make();
        framebuffer_ = GlFramebuffer::make();
        glActiveTexture(GL_TEXTURE0 + kShadowUnit);
        glBindTexture(GL_TEXTURE_2D, texture_.name());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, kShadowSize, kShadowSize, 0, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, texture_.name(), 0);
        const GLenum none = GL_NONE;
        glDrawBuffers(1, &none);
        glReadBuffer(GL_NONE);
    }
    glActiveTexture(GL_TEXTURE0 + kShadowUnit);
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    glActiveTexture(GL_TEXTURE0);
    if (key == drawn_) return 0;
    drawn_ = std::move(key);

    const glm::mat4 to_light = bounds.empty() ? glm::mat4(1) : light_view_projection(bounds, view.lights.key);
    const glm::mat4 to_unit = glm::translate(glm::mat4(1), glm::vec3(0.5f)) * glm::scale(glm::mat4(1), glm::vec3(0.5f));
    shadow_.to_texture = to_unit * to_light;
    shadow_.blur = kBlur_m * 0.5f * glm::length(glm::vec3(to_light[0][0], to_light[1][0], to_light[2][0]));

    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, kShadowSize, kShadowSize);
    glDepthMask(GL_TRUE);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDisable(GL_BLEND);
    glClear(GL_DEPTH_BUFFER_BIT);
    model.bind();
    int triangles = 0;
    for_each_by_section(depth_, casters, [&](const PlainShader& shader) { shader.begin(view, to_light); },
                        [&](const PlainShader&, const DrawEntry& entry) {
                            // The far side of a closed surface is never nearer to the light than its near side.
                            if (model.is_closed(entry.item->mesh) && !entry.is_cut) glEnable(GL_CULL_FACE);
                            else glDisable(GL_CULL_FACE);
                            triangles += model.draw(entry.item->mesh, std::max(kTolerance_m, entry.tolerance_m));
                        });
    return triangles;
}

}  // namespace genu
