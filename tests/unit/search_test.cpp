// Search finds by what people type.
#include <algorithm>

#include "session/search.hpp"
#include "unit/small_leg.hpp"

using namespace genu;

namespace {

bool finds(const std::string& typed, const std::string& id, std::size_t among_first)
{
    const std::vector<SearchHit> hits = search(small::library(), typed, among_first);
    return std::any_of(hits.begin(), hits.end(), [&](const SearchHit& hit) { return hit.id == id; });
}

}  // namespace

TEST_CASE("search knows the names people use for a structure")
{
    const std::pair<const char*, const char*> typed[] = {
        {"achilles", "tendon.calcaneal"}, {"Achilles tendon", "tendon.calcaneal"}, {"peroneal nerve", "nerve.common_fibular"}, {"baker", "condition.popliteal_cyst"},
        {"baker's cyst", "condition.popliteal_cyst"}, {"acl", "ligament.anterior_cruciate"}, {"popliteus", "muscle.popliteus"}, {"musculus soleus", "muscle.soleus"}};
    for (const auto& [text, id] : typed) {
        INFO(text << " → " << id);
        CHECK(finds(text, id, 5));
    }
}

TEST_CASE("search forgives a misspelling")
{
    const std::pair<const char*, const char*> typed[] = {
        {"gastrocnemeus", "muscle.gastrocnemius_medial_head"}, {"semimembranosis", "muscle.semimembranosus"}, {"popliteos", "muscle.popliteus"}, {"bakers cist", "condition.popliteal_cyst"}, {"peronal nerve", "nerve.common_fibular"},
        {"gastrocs", "muscle.gastrocnemius_medial_head"}, {"semimembranosous", "muscle.semimembranosus"}, {"achillies", "tendon.calcaneal"}, {"menicus tear", "condition.meniscus_posterior_horn"}, {"meniscis", "meniscus.medial"}};
    for (const auto& [text, id] : typed) {
        INFO(text << " → " << id);
        CHECK(finds(text, id, 8));
    }
}

TEST_CASE("search finds a place in everyday words")
{
    const std::pair<const char*, const char*> typed[] = {
        {"inner back corner", "symptom.loc_post_med"}, {"inner back corner of the knee", "symptom.loc_post_med"}, {"crease behind knee", "symptom.loc_post_mid"},
        {"behind", "region.popliteal_fossa"}, {"behind my knee", "region.popliteal_fossa"}, {"hollow of the knee", "region.popliteal_fossa"},
        {"outer corner at the back", "symptom.loc_post_lat"}, {"kneecap", "bone.patella"}};
    for (const auto& [text, id] : typed) {
        INFO(text << " → " << id);
        CHECK(finds(text, id, 6));
    }
}

TEST_CASE("search finds a condition by where it hurts, after what is called so")
{
    CHECK(finds("inner back corner", "condition.popliteal_cyst", 12));
    const std::vector<SearchHit> hits = search(small::library(), "inner back corner");
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().id == "symptom.loc_post_med");
}

TEST_CASE("search finds structures by their region and layer")
{
    CHECK(finds("back of the thigh", "muscle.semimembranosus", 12));
    CHECK(finds("deep muscles", "muscle.popliteus", 30));
}

TEST_CASE("search finds rarer causes by the short names clinicians use")
{
    CHECK(finds("PVNS", "cause.synovial_chondromatosis_tgct", 1));
    CHECK(finds("SONK", "cause.subchondral_insufficiency_fracture", 1));
    CHECK(finds("ruptured achilles", "cause.calcaneal_tendon_rupture", 5));
}

TEST_CASE("search takes words in any order and finds nothing for nonsense")
{
    CHECK(finds("cyst popliteal", "condition.popliteal_cyst", 3));
    CHECK(search(small::library(), "xqzw").empty());
    CHECK(search(small::library(), "").empty());
    CHECK(search(small::library(), "  ").empty());
}
