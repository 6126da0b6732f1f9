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
        {"gastrocnemeus", "muscle.gastrocnemius_medial_head"}, {"semimembranosis", "muscle.semimembranosus"}, {"popliteos", "muscle.popliteus"}, {"meniscis", "meniscus.medial"}};
    for (const auto& [text, id] : typed) {
        INFO(text << " → " << id);
        CHECK(finds(text, id, 8));
    }
}

TEST_CASE("search finds a place in everyday words")
{
    CHECK(finds("inner back corner", "symptom.loc_post_med", 5));
    CHECK(finds("crease behind knee", "symptom.loc_post_mid", 5));
}

TEST_CASE("search takes words in any order and finds nothing for nonsense")
{
    CHECK(finds("cyst popliteal", "condition.popliteal_cyst", 3));
    CHECK(search(small::library(), "xqzw").empty());
    CHECK(search(small::library(), "").empty());
    CHECK(search(small::library(), "  ").empty());
}
