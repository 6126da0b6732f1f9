// The schemas of assets/schemas are held against every content file by genu check, so they must fit what is shipped.
#include "clinical/check_schemas.hpp"
#include "content.hpp"

using namespace genu;
using namespace genu::testing;

TEST_CASE("all content has the form its schema asks for")
{
    const Problems problems = check_schemas(assets_folder());
    INFO(to_text(problems));
    CHECK(problems.empty());
}
