#include "app/imgui_session.hpp"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include "render/gl_context.hpp"
#include "ui/imgui_compat.hpp"

namespace genu {

ImGuiSession::ImGuiSession(double scale)
{
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;  // the layout is ours; nothing is written to the working folder
    compat::map_keys();
    ui_ = std::make_unique<Ui>(scale);
    ImGui_ImplOpenGL3_Init(gl_dialect() == GlDialect::es_300 ? "#version 300 es" : "#version 330 core");
}

ImGuiSession::~ImGuiSession()
{
    ImGui_ImplOpenGL3_Shutdown();
    ui_.reset();
    ImGui::DestroyContext();
}

void ImGuiSession::set_scale(double pixel_scale, bool light_theme)
{
    if (!ui_->set_scale(pixel_scale, light_theme)) return;
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void ImGuiSession::begin_frame(glm::ivec2 size_px, double dt_s)
{
    ImGui_ImplOpenGL3_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size_px.x), static_cast<float>(size_px.y)};
    io.DeltaTime = static_cast<float>(dt_s);
    compat::move_mouse({-1e6f, -1e6f});
    ImGui::NewFrame();
}

void ImGuiSession::new_window_frame()
{
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void ImGuiSession::end_frame() { ImGui::Render(); }
void ImGuiSession::paint(PixelRect part)
{
    ImDrawData& data = *ImGui::GetDrawData();
    const ImVec2 position = data.DisplayPos, size = data.DisplaySize;
    data.DisplayPos = {static_cast<float>(part.x), static_cast<float>(part.y)};
    data.DisplaySize = {static_cast<float>(part.width), static_cast<float>(part.height)};
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    data.DisplayPos = position;
    data.DisplaySize = size;
}

void ImGuiSession::paint() { ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData()); }

}  // namespace genu
