#include "builder/tissue.hpp"

#include <array>

namespace genu::builder {

namespace {

constexpr glm::vec3 rgb(int hex)
{
    return {static_cast<float>((hex >> 16) & 255) / 255.0f, static_cast<float>((hex >> 8) & 255) / 255.0f, static_cast<float>(hex & 255) / 255.0f};
}

constexpr glm::vec3 kTendon = rgb(0xe8e0cf);

// Claims: bone, cartilage, meniscus, ligament, vessel and nerve, tendon, muscle, fat. Sheets and envelopes take no part.
constexpr std::array kTissues = {
    //      name         claim voxel  tris light  cut    cuts   shares fibres ends   colour          tendon          alpha
    Tissue{"bone",       0,    0.0,   0,   true,  false, true,  false, false, false, rgb(0xe7dcc3), rgb(0xe7dcc3), 1.0f},
    Tissue{"cartilage",  10,   0.5,   3000, true,  true,  true,  true,  false, false, rgb(0xbcd0de), rgb(0xbcd0de), 1.0f},
    Tissue{"meniscus",   20,   0.5,   2000, true,  true,  true,  true,  true,  false, rgb(0x8fb8c0), rgb(0x8fb8c0), 1.0f},
    Tissue{"ligament",   30,   0.5,   0,   true,  true,  true,  true,  true,  true,  rgb(0xddd3bd), rgb(0xddd3bd), 1.0f},
    Tissue{"capsule",    32,   0.5,   0,   true,  true,  false, false, true,  true,  rgb(0xd8cbb8), rgb(0xddd3bd), 1.0f},
    Tissue{"nerve",      40,   1.0,   0,   true,  true,  true,  true,  false, false, rgb(0xf0cf4a), rgb(0xf0cf4a), 1.0f},
    Tissue{"artery",     40,   1.0,   0,   true,  true,  true,  true,  false, false, rgb(0xc22b30), rgb(0xc22b30), 1.0f},
    Tissue{"vein",       40,   1.0,   0,   true,  true,  true,  true,  false, false, rgb(0x3559a8), rgb(0x3559a8), 1.0f},
    Tissue{"tendon",     50,   0.75,  0,   true,  true,  true,  true,  true,  true,  rgb(0xe8e0cf), rgb(0xe8e0cf), 1.0f},
    Tissue{"bursa",      54,   0.5,   1500, true,  true,  true,  true,  false, false, rgb(0xa9c9c4), rgb(0xa9c9c4), 1.0f},
    Tissue{"node",       55,   0.5,   400, true,  true,  true,  true,  false, false, rgb(0xa8b377), rgb(0xa8b377), 1.0f},
    Tissue{"muscle",     60,   0.0,   0,   true,  true,  true,  true,  true,  false, rgb(0x9c3b36), kTendon,       1.0f},
    Tissue{"fat",        80,   1.0,   6000, false, true,  false, true,  false, false, rgb(0xf0dfa6), rgb(0xf0dfa6), 1.0f},
    Tissue{"fascia",     35,   1.0,   0,   false, false, false, false, true,  false, rgb(0xffffff), rgb(0xffffff), 0.15f},
    Tissue{"pathology",  85,   0.6,   3500, false, true,  false, false, false, false, rgb(0x7fb2c4), rgb(0x7fb2c4), 1.0f},
    Tissue{"region",     90,   2.0,   6000, false, false, false, false, false, false, rgb(0x8fb7b0), rgb(0x8fb7b0), 0.25f},
    Tissue{"skin",       90,   2.0,   16000, false, false, false, false, false, false, rgb(0xd8aa8c), rgb(0xd59a80), 0.35f},
};

}  // namespace

const Tissue* find_tissue(std::string_view name)
{
    for (const Tissue& tissue : kTissues) {
        if (tissue.name == name) return &tissue;
    }
    return nullptr;
}

std::vector<std::string> tissue_names()
{
    std::vector<std::string> names;
    for (const Tissue& tissue : kTissues) names.emplace_back(tissue.name);
    return names;
}

}  // namespace genu::builder
