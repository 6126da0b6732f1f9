#include "builder/compare.hpp"

namespace genu::builder {

namespace {

std::vector<std::string> phalanges()
{
    std::vector<std::string> names;
    for (const char* toe : {"great", "second", "third", "fourth", "fifth"}) {
        for (const char* bone : {"proximal", "middle", "distal"}) {
            if (std::string(toe) == "great" && std::string(bone) == "middle") continue;
            names.push_back(std::string(bone) + "_phalanx_of_" + toe + "_toe");
        }
    }
    return names;
}

// Structures that gather several of the yardstick's, or whose figures were not measured from it.
const std::map<std::string, std::vector<std::string>>& gathered()
{
    static const std::map<std::string, std::vector<std::string>> table = {
        {"bone.phalanges_foot", phalanges()},
        {"bone.sesamoids_foot", {"sesamoid_bones_of_foot"}},
        {"muscle.foot_intrinsics",
         {"abductor_hallucis_muscle", "abductor_digiti_minimi_muscle_of_foot", "flexor_digitorum_brevis_muscle", "quadratus_plantae_muscle",
          "lateral_head_of_flexor_hallucis_brevis_muscle", "medial_head_of_flexor_hallucis_brevis_muscle", "oblique_head_of_adductor_hallucis_muscle",
          "transverse_head_of_adductor_hallucis_muscle", "dorsal_interossei_muscles_of_foot", "plantar_interossei_muscles_of_foot",
          "extensor_digitorum_brevis_muscle", "extensor_hallucis_brevis_muscle"}},
        {"cartilage.femur", {"articular_cartilage_of_femur"}},
        {"cartilage.patella", {"articular_cartilage_of_patella"}},
        {"cartilage.tibia_medial", {"medial_articular_cartilage_of_tibia"}},
        {"cartilage.tibia_lateral", {"lateral_articular_cartilage_of_tibia"}},
    };
    return table;
}

// What is several structures here and one mesh of the yardstick's: its menisci run on into their roots.
std::map<std::string, std::vector<std::string>> parts_of_one()
{
    return {{"meniscus.lateral", {"meniscus.lateral_posterior_root"}}, {"meniscus.medial", {"meniscus.medial_posterior_root"}}};
}

}  // namespace

std::map<std::string, std::vector<std::string>> reference_names(const LegSpec& spec)
{
    std::map<std::string, std::vector<std::string>> names = gathered();
    for (const StructureSpec& structure : spec.structures) {
        if (!structure.reference.empty()) names[structure.id.text()] = {structure.reference};
    }
    return names;
}

Yardsticks yardsticks_of(const LegSpec& spec)
{
    Yardsticks yardsticks{reference_names(spec), {}, parts_of_one()};
    for (const StructureSpec& structure : spec.structures) {
        if (structure.implied_cm3 > 0) yardsticks.implied_cm3[structure.id.text()] = structure.implied_cm3;
    }
    return yardsticks;
}

}  // namespace genu::builder
