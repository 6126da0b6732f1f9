#pragma once
// Places labels beside the picture in two columns so that words never overlap and leader lines never cross.
#include <vector>

#include <glm/glm.hpp>

namespace genu {

struct LabelWish {
    glm::vec2 anchor{0};      ///< where the structure is seen
    glm::vec2 size{0};        ///< of the words, in one line or more
    bool strong = false;      ///< kept when there is not room for all
    float depth = 0;          ///< of the rest the nearest are kept: they are what is seen
};

struct PlacedLabel {
    std::size_t index = 0;    ///< into the wishes
    glm::vec2 low{0};         ///< top left of the words
    glm::vec2 start{0};       ///< where the leader line leaves the words
    glm::vec2 anchor{0};
};

struct LabelArea {
    glm::vec2 low{0}, high{0};
    float left_top = 0, right_top = 0;   ///< first free height of each column
    float row = 20;                      ///< height of a line with its air
    std::size_t most_per_column = 40;
    float reach = 80;                    ///< free space between the outermost anchors and the words
};

/// Anchors outside the area are left out. Deterministic.
std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, const LabelArea& area);

}  // namespace genu
