// The trace of a nerve shows which skin it feels for.
#include <algorithm>

#include "session/build_frame.hpp"
#include "session/update.hpp"
#include "unit/small_leg.hpp"

using namespace genu;

namespace {

const StructureId kTibial("nerve.tibial"), kSural("nerve.sural"), kSaphenous("nerve.saphenous"), kSkin("region.skin");

/// The small leg with three territories on its skin.
const Library& leg_library()
{
    static const Library loaded = [] {
        const Result<ProgramFiles> files = ProgramFiles::find();
        REQUIRE(files.ok());
        Result<Library> library = Library::load(*files, {}, "en");
        REQUIRE(library.ok());
        Model model = small::model();
        model.territories = {kSaphenous, kSural, kTibial};
        for (Mesh& mesh : model.meshes) if (mesh.id == kSkin) mesh.attachment.assign(mesh.position_m.size(), {255, 0, 2, 255});
        library->take_model(std::move(model));
        return std::move(library).value();
    }();
    return loaded;
}

AppState after(const Commands& commands)
{
    AppState state = initial_state(leg_library());
    update(state, leg_library(), commands, 0);
    return state;
}

const DrawItem* skin_of(const Frame& frame)
{
    const auto found = std::find_if(frame.items.begin(), frame.items.end(), [](const DrawItem& i) { return leg_library().model.meshes[i.mesh].id == kSkin; });
    return found == frame.items.end() ? nullptr : &*found;
}

bool reads(const Legend& legend, const std::string& part)
{
    return std::any_of(legend.entries.begin(), legend.entries.end(), [&](const LegendEntry& e) { return e.text.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("a traced nerve shows its skin and that of its branches, and no other")
{
    CHECK(skin_of(build_frame(after({}), leg_library())) == nullptr);
    const AppState state = after({cmd::TraceStructure{kTibial}});
    const Frame frame = build_frame(state, leg_library());
    const DrawItem* skin = skin_of(frame);
    REQUIRE(skin);
    CHECK(skin->paint == Paint::territories);
    CHECK(skin->xray);
    CHECK_FALSE(skin->pickable);  // what lies below it stays within reach
    // By their places among the model's territories: the sural nerve is a branch of the tibial, the saphenous is not.
    REQUIRE(frame.paint.territories.size() >= 3);
    CHECK(frame.paint.territories[0].r < 0);
    CHECK(frame.paint.territories[1].r >= 0);
    CHECK(frame.paint.territories[2].r >= 0);
    const Legend legend = build_legend(state, leg_library());
    CHECK(reads(legend, leg_library().catalogue.name(kSural)));
    CHECK_FALSE(reads(legend, leg_library().catalogue.name(kSaphenous)));
}

TEST_CASE("the trace of a muscle, a vessel or a root shows no skin, nor does a trace with the skin hidden")
{
    for (const char* id : {"muscle.popliteus", "artery.popliteal", "nerve.root_s1"}) {
        INFO(id);
        CHECK(skin_of(build_frame(after({cmd::TraceStructure{StructureId(id)}}), leg_library())) == nullptr);
    }
    CHECK(skin_of(build_frame(after({cmd::TraceStructure{kTibial}, cmd::Hide{{kSkin}}}), leg_library())) == nullptr);
}
