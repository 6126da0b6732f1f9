// What the picture holds for a state, without drawing it.
#include <algorithm>

#include "session/build_frame.hpp"
#include "session/update.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::library;
using small::state_after;

namespace {

Frame frame_after(const Commands& commands) { return build_frame(state_after(commands), library()); }

const DrawItem* item(const Frame& frame, const std::string& id)
{
    const auto found = std::find_if(frame.items.begin(), frame.items.end(), [&](const DrawItem& i) { return library().model.meshes[i.mesh].id.text() == id; });
    return found == frame.items.end() ? nullptr : &*found;
}

const cmd::SetLayer kSkin{0};

}  // namespace

TEST_CASE("the same state gives the same frame, so that nothing is drawn twice")
{
    CHECK(frame_after({cmd::SetXray{true}}) == frame_after({cmd::SetXray{true}}));
    CHECK_FALSE(frame_after({cmd::SetXray{true}}) == frame_after({}));
}

TEST_CASE("a hidden structure is not in the picture at all")
{
    const Frame frame = frame_after({cmd::Hide{{StructureId("muscle.soleus")}}});
    CHECK_FALSE(item(frame, "muscle.soleus"));
    CHECK(item(frame, "muscle.popliteus"));
}

TEST_CASE("a faded structure is see-through and cannot be picked")
{
    const Frame frame = frame_after({cmd::Fade{{StructureId("muscle.soleus")}}});
    const DrawItem* soleus = item(frame, "muscle.soleus");
    REQUIRE(soleus);
    CHECK(soleus->opacity < 0.5f);
    CHECK_FALSE(soleus->pickable);
}

TEST_CASE("peeling takes off one layer after the other, from the skin to the bones")
{
    std::size_t before = library().model.meshes.size() + 1;
    for (int layer = 0; layer < kLayerCount; ++layer) {
        const Frame frame = frame_after({cmd::SetLayer{layer}});
        CAPTURE(layer);
        for (const DrawItem& i : frame.items) CHECK(library().catalogue.find(library().model.meshes[i.mesh].id)->layer >= layer);
        CHECK(frame.items.size() <= before);
        before = frame.items.size();
    }
    CHECK(item(frame_after({cmd::SetLayer{9}}), "bone.femur"));
    CHECK_FALSE(item(frame_after({cmd::SetLayer{9}}), "muscle.popliteus"));
}

TEST_CASE("what is selected is outlined and stays when its layer is peeled off")
{
    const Frame frame = frame_after({cmd::SetLayer{9}, cmd::Select{StructureId("muscle.soleus")}});
    const DrawItem* soleus = item(frame, "muscle.soleus");
    REQUIRE(soleus);
    CHECK(soleus->selected);
    CHECK_FALSE(item(frame, "bone.femur")->selected);
}

TEST_CASE("isolated structures are all that is left")
{
    const Frame frame = frame_after({cmd::Isolate{{StructureId("muscle.popliteus"), StructureId("nerve.tibial")}}});
    CHECK(frame.items.size() == 2);
    CHECK(item(frame, "nerve.tibial"));
}

TEST_CASE("closed skin hides nothing from the pointer but itself, and is a veil when peeled")
{
    CHECK(item(frame_after({kSkin}), "region.skin")->opacity == 1.0f);
    CHECK(item(frame_after({kSkin}), "region.skin")->pickable);
}

TEST_CASE("a condition colours its structures by role and leaves nerves and vessels to be seen")
{
    const Frame frame = frame_after({cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}});
    const auto& roles = library().appearance.roles;
    const DrawItem* cyst = item(frame, "bursa.gastrocnemius_semimembranosus");
    REQUIRE(cyst);
    CHECK(cyst->tint == roles.at("primary").colour);
    CHECK(cyst->pattern == roles.at("primary").pattern);
    CHECK(cyst->opacity == 1.0f);  // this little model has no swollen shape to see through it
    CHECK(item(frame, "muscle.semimembranosus")->tint == roles.at("secondary").colour);
    CHECK(item(frame, "nerve.tibial")->tint == roles.at("referred").colour);
    CHECK(item(frame, "artery.popliteal")->opacity == 1.0f);
    CHECK(item(frame, "artery.popliteal")->tint_strength == 0.0f);
    CHECK(item(frame, "muscle.soleus")->xray);
    CHECK(item(frame, "muscle.soleus")->opacity < 1.0f);
}

TEST_CASE("the roles can be told apart without seeing colours")
{
    const auto& roles = library().appearance.roles;
    CHECK(roles.at("primary").pattern != roles.at("secondary").pattern);
    CHECK(roles.at("secondary").pattern != roles.at("referred").pattern);
    CHECK(roles.at("primary").pattern != roles.at("referred").pattern);
}

TEST_CASE("the legend names the roles that the picture uses")
{
    const Legend legend = build_legend(state_after({cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}}), library());
    CHECK(legend.entries.size() == 3);
    CHECK(build_legend(state_after({}), library()).entries.empty());
}

TEST_CASE("ticked findings light structures, and an emergency keeps them dark until it was read")
{
    const Commands findings = {cmd::Tick{FindingId("symptom.loc_post_med"), true}, cmd::Tick{FindingId("symptom.lump_soft"), true}, cmd::Tick{FindingId("symptom.effusion"), true}};
    const DrawItem* cyst = nullptr;
    const Frame lit = frame_after(findings);
    cyst = item(lit, "bursa.gastrocnemius_semimembranosus");
    REQUIRE(cyst);
    CHECK(cyst->tint_strength > 0);

    Commands emergency = findings;
    emergency.push_back(cmd::Tick{FindingId("symptom.g_lung"), true});
    for (const DrawItem& i : frame_after(emergency).items) CHECK(i.tint_strength == 0.0f);
    emergency.push_back(cmd::DangerRead{true});
    const Frame read = frame_after(emergency);
    CHECK(std::any_of(read.items.begin(), read.items.end(), [](const DrawItem& i) { return i.tint_strength > 0; }));
}

TEST_CASE("colour means one thing at a time: lengthening replaces roles")
{
    const Commands scene = {cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}, cmd::SetStrain{true}};
    const Legend legend = build_legend(state_after(scene), library());
    CHECK(legend.title == library().texts("legend.strain"));
    const Frame frame = frame_after(scene);
    const DrawItem* bursa = item(frame, "bursa.gastrocnemius_semimembranosus");
    CHECK((!bursa || bursa->tint_strength == 0.0f));
}

TEST_CASE("pulling the foot up lengthens soleus and the picture's colour says so")
{
    const Frame standing = frame_after({cmd::SetStrain{true}});
    const Frame stretched = frame_after({cmd::SetStrain{true}, cmd::SetPose{"ankle_dorsiflexion", 25}});
    CHECK_FALSE(item(standing, "muscle.soleus")->tint == item(stretched, "muscle.soleus")->tint);
    // Cividis runs from blue to yellow: longer is more red and green.
    CHECK(item(stretched, "muscle.soleus")->tint.r > item(standing, "muscle.soleus")->tint.r);
}

TEST_CASE("the strip follows muscles and nerves, each with its change from standing")
{
    const auto bars = length_bars(state_after({cmd::SetPose{"hip_flexion", 70}, cmd::SetPose{"ankle_dorsiflexion", 20}}), library());
    const auto bar = [&](const char* id) {
        const auto found = std::find_if(bars.begin(), bars.end(), [&](const LengthBar& b) { return b.id.text() == id; });
        REQUIRE(found != bars.end());
        return *found;
    };
    CHECK(bar("nerve.tibial").nerve);
    CHECK(bar("nerve.tibial").change_mm > 10);
    CHECK_FALSE(bar("muscle.semimembranosus").nerve);
    for (const LengthBar& b : bars) CHECK(b.change_mm == Approx(b.length_mm * b.strain / (1 + b.strain)).margin(1e-6));
}

TEST_CASE("a stretch of a few percent is seen at a glance, and what shortens is not lost on a dark ground")
{
    const auto light = [](glm::vec3 c) { return 0.2126f * c.r + 0.7152f * c.g + 0.0722f * c.b; };
    // Contrast as the web guidelines have it, against the darker ground: 1.0 is none, graphics need 3 at the ends they lean on.
    const float ground = light(library().appearance.themes.at("dark").background_bottom);
    CHECK((light(strain_colour(0.06)) + 0.05f) / (light(strain_colour(0)) + 0.05f) > 1.6f);
    CHECK((light(strain_colour(-0.15)) + 0.05f) / (ground + 0.05f) > 1.5f);
    CHECK((light(strain_colour(0.15)) + 0.05f) / (ground + 0.05f) > 3);
    for (double s = -0.15; s < 0.149; s += 0.01) CHECK(light(strain_colour(s)) < light(strain_colour(s + 0.01)));
}

TEST_CASE("strain colours run from shorter through grey to longer and stop at the ends")
{
    CHECK(strain_colour(-1) == strain_colour(-0.15));
    CHECK(strain_colour(1) == strain_colour(0.15));
    CHECK(strain_colour(0.1).r > strain_colour(0).r);
    CHECK(strain_colour(-0.1).r < strain_colour(0).r);
}

TEST_CASE("a left leg is the right one mirrored, labels too")
{
    const Commands labelled = {cmd::SetLabels{true}};
    const Frame right = frame_after(labelled);
    const Frame left = frame_after({cmd::SetLabels{true}, cmd::SetSide{true}});
    CHECK_FALSE(right.mirrored);
    CHECK(left.mirrored);
    REQUIRE(right.labels.size() == left.labels.size());
    REQUIRE_FALSE(right.labels.empty());
    for (std::size_t i = 0; i < left.labels.size(); ++i) CHECK(left.labels[i].anchor_m == right.labels[i].anchor_m * glm::vec3(-1, 1, 1));
}

TEST_CASE("labels take the language that was chosen")
{
    const auto text_of = [](const Frame& frame, const char* id) {
        const auto found = std::find_if(frame.labels.begin(), frame.labels.end(), [&](const Label& l) { return l.id.text() == id; });
        return found == frame.labels.end() ? std::string() : found->text;
    };
    CHECK(text_of(frame_after({cmd::SetLabels{true}}), "muscle.popliteus") == library().catalogue.find(StructureId("muscle.popliteus"))->name);
    CHECK(text_of(frame_after({cmd::SetLabels{true}, cmd::SetLatin{true}}), "muscle.popliteus") == "Musculus popliteus");
    const Frame both = frame_after({cmd::SetLabels{true}, cmd::SetLatin{true, true}});
    CHECK(text_of(both, "muscle.popliteus") == library().catalogue.find(StructureId("muscle.popliteus"))->name);
    CHECK(std::any_of(both.labels.begin(), both.labels.end(), [](const Label& l) { return l.below == "Musculus popliteus"; }));
}

TEST_CASE("a cut lies where it was asked for, in metres")
{
    CHECK_FALSE(frame_after({}).section.on);
    const SectionPlane axial = frame_after({cmd::SetSection{Section::y, -12}}).section;
    CHECK(axial.on);
    CHECK(axial.normal == glm::vec3(0, 1, 0));
    CHECK(axial.offset_m == Approx(-0.012));
    // 30 mm in front of the middle: the plane goes through z = 0.03 whichever side is kept.
    const SectionPlane coronal = frame_after({cmd::SetSection{Section::z, 30}}).section;
    CHECK(glm::dot(coronal.normal, glm::vec3(0, 0, 0.03f)) == Approx(coronal.offset_m));
    const SectionPlane sagittal = frame_after({cmd::SetSection{Section::x, 20}}).section;
    // x runs outwards in the content's frame, to -X in the model's.
    CHECK(glm::dot(sagittal.normal, glm::vec3(-0.02f, 0, 0)) == Approx(sagittal.offset_m));
}

TEST_CASE("bending the knee moves the shin and leaves the thigh")
{
    const Frame straight = frame_after({}), bent = frame_after({cmd::SetPose{"knee_flexion", 90}});
    REQUIRE(bent.joints.size() == library().model.joints.size());
    CHECK(bent.joints[static_cast<std::size_t>(Body::femur)] == straight.joints[static_cast<std::size_t>(Body::femur)]);
    CHECK_FALSE(bent.joints[static_cast<std::size_t>(Body::tibia)] == straight.joints[static_cast<std::size_t>(Body::tibia)]);
}

TEST_CASE("standing is rest: no joint moves a point")
{
    for (const SkinMatrix& m : frame_after({}).joints) {
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column) CHECK(m[row][column] == Approx(row == column ? 1 : 0).margin(1e-6));
            // The patella's table is written in tenths of a millimetre.
            CHECK(m[row][3] == Approx(0).margin(1.5e-4));
        }
    }
}

TEST_CASE("light and dark colours have a background of their own")
{
    CHECK_FALSE(frame_after({cmd::SetTheme{true}}).background == frame_after({cmd::SetTheme{false}}).background);
}

TEST_CASE("a preset cuts where its name says, on a left leg as on a right one")
{
    for (const bool left : {false, true}) {
        const Frame frame = frame_after({cmd::SetSide{left}, cmd::SetSectionPreset{"sagittal_lateral"}});
        REQUIRE(frame.section.on);
        const glm::vec3 outer(left ? 0.05f : -0.05f, 0, 0);
        CHECK(glm::dot(frame.section.normal, outer) > frame.section.offset_m);
        CHECK(glm::dot(frame.section.normal, -outer) < frame.section.offset_m);
    }
    for (const SectionPreset& preset : library().sections) {
        const AppState state = state_after({cmd::SetSectionPreset{preset.view.name}});
        CHECK(state.view.section == Section::plane);
        CHECK(library().texts("section." + preset.view.name) != "section." + preset.view.name);
    }
    CHECK_FALSE(state_after({cmd::SetSectionPreset{"axial_nowhere"}}).message.empty());
}

TEST_CASE("what a section spares stays whole until it is cut again or everything is shown")
{
    const StructureId soleus("muscle.soleus");
    const Commands spare = {cmd::SetSection{Section::y, 0}, cmd::Spare{{soleus}}};
    CHECK_FALSE(item(frame_after(spare), "muscle.soleus")->cut_by_section);
    Commands again = spare;
    again.push_back(cmd::Spare{{soleus}});
    CHECK(item(frame_after(again), "muscle.soleus")->cut_by_section);
    again = spare;
    again.push_back(cmd::ShowAll{});
    CHECK(item(frame_after(again), "muscle.soleus")->cut_by_section);
}

TEST_CASE("styles change colours, ink and background, and nothing of the view")
{
    const Frame atlas = frame_after({}), print = frame_after({cmd::SetStyle{Style::print}}), safe = frame_after({cmd::SetStyle{Style::safe}});
    CHECK(atlas.ink.strength == 0);
    CHECK(print.ink.strength > 0.5f);
    CHECK(print.background.top == glm::vec3(1));
    CHECK(safe.background == atlas.background);
    REQUIRE(item(safe, "muscle.soleus"));
    CHECK_FALSE(item(safe, "muscle.soleus")->material == item(atlas, "muscle.soleus")->material);
    CHECK(print.camera == atlas.camera);
    CHECK(print.items.size() == atlas.items.size());
}

TEST_CASE("the eye stays outside of the flesh, and what is looked at keeps its size")
{
    AppState state = state_after({});
    state.view.camera.target_m = {0, 0, 0};
    for (const float distance : {0.6f, 0.1f, 0.03f}) {
        state.view.camera.distance_m = distance;
        const Frame frame = build_frame(state, library());
        const auto half_height = [](const Camera& c) { return c.distance_m * std::tan(0.5f * c.fov_y_rad); };
        CHECK(std::abs(half_height(frame.camera) - half_height(state.view.camera)) < 1e-5f);
        CHECK(frame.camera.distance_m >= distance);
        CHECK(frame.camera.target_m == state.view.camera.target_m);
    }
}
