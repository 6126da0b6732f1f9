#include "genu_build/animate.hpp"

#include "motion/chain_rules.hpp"
#include "session/bake.hpp"

namespace genu {

Result<std::size_t> write_animated(const std::string& file, const Model& model, const std::vector<TissueColours>& colours, GlbForm form)
{
    const Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return files.problems();
    const Result<Skeleton> skeleton = Skeleton::load(files->assets);
    if (!skeleton) return skeleton.problems();
    const Result<ChainRules> rules = ChainRules::load(files->assets);
    if (!rules) return rules.problems();
    const Result<Catalogue> catalogue = Catalogue::load(files->assets, "en");
    if (!catalogue) return catalogue.problems();
    const Result<Knowledge> knowledge = Knowledge::load(files->assets, "en", *catalogue);
    if (!knowledge) return knowledge.problems();
    const Shape shape(model, *rules);
    const Animation animation = bake_exercises(knowledge->exercises, model, *skeleton, shape);
    const Result<Done> written = write_glb(file, model, colours, form, &animation);
    if (!written) return written.problems();
    return animation.clips.size();
}

}  // namespace genu
