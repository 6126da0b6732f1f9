#include "render/seen_items.hpp"

#include "render/gl.hpp"

namespace genu {

void SeenItems::watch(std::uint32_t mesh)
{
    GlQuery& query = queries_[mesh];
    if (!query) query = GlQuery::make();
    glBeginQuery(GL_ANY_SAMPLES_PASSED, query.name());
}

void SeenItems::watched() const { glEndQuery(GL_ANY_SAMPLES_PASSED); }

bool SeenItems::is_seen(std::uint32_t mesh) const
{
    const auto found = queries_.find(mesh);
    if (found == queries_.end()) return true;
    GLuint is_seen = 1;
    glGetQueryObjectuiv(found->second.name(), GL_QUERY_RESULT, &is_seen);
    return is_seen != 0;
}

}  // namespace genu
