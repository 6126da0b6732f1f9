#include "ui/pathology_card.hpp"

#include <cmath>

#include "session/pathology.hpp"
#include "session/update.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void firmness_line(PanelContext& ui, const PathologyShape& shape, const Pose& pose)
{
    const auto firm = firmness(shape, pose);
    if (!firm) return;
    const std::string word = ui.word("pathology.", firmness_name(*firm));
    const std::string words = filled(ui.word("pathology.firmness"), {joint_words(ui, name_of(shape.firmness->joint)), figure(pose[shape.firmness->joint]), word});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + ui.pt(7), at.y + ui.pt(10)}, ui.pt(6), packed(pathology_material(ui.library, shape, pose).colour), 20);
    ImGui::Indent(ui.pt(22));
    text(ui, words, Type::label);
    ImGui::Unindent(ui.pt(22));
    gap(ui, space::kInControl);
    double deg = pose[shape.firmness->joint];
    const char* joint = name_of(shape.firmness->joint);
    const JointRange& range = ui.library.skeleton.range(shape.firmness->joint);
    const SliderEdit edit = slider(ui, "firm_joint", joint_words(ui, joint), figure(deg) + "°", deg, range.low_deg, std::min(range.high_deg, 90.0));
    if (edit.began) ui.emit(cmd::BeginGesture{std::string("pose.") + joint});
    if (edit.changed) ui.emit(cmd::SetPose{joint, std::round(deg)});
    if (edit.ended) ui.emit(cmd::EndGesture{});
}

void one_shape(PanelContext& ui, const PathologyShape& shape, double size)
{
    const std::string name = structure_name(ui, shape.id);
    ImGui::PushID(shape.id.text().c_str());
    double value = size;
    const SliderEdit edit = slider(ui, "size", name, figure(size) + " " + shape.unit, value, shape.low, shape.high);
    if (edit.began) ui.emit(cmd::BeginGesture{"pathology"});
    if (edit.changed) ui.emit(cmd::SetPathology{shape.id, std::round(value)});
    if (edit.ended) ui.emit(cmd::EndGesture{});
    firmness_line(ui, shape, current_pose(ui.state, ui.library));
    ImGui::PopID();
}

}  // namespace

void draw_pathology_card(PanelContext& ui)
{
    if (ui.state.view.pathology.empty()) return;
    const Card card(ui, 12);
    text(ui, ui.word("pathology.title"), Type::label, Ink::quiet);
    for (const auto& [id, size] : ui.state.view.pathology) {
        if (const PathologyShape* shape = ui.library.pathology.find(id)) one_shape(ui, *shape, size);
    }
    text(ui, ui.word("pathology.example"), Type::label, Ink::quiet);
}

}  // namespace genu
