#pragma once
// Vertices in few bytes for the web: the forms that KHR_mesh_quantization allows. Used only by gltf_write.cpp.
#include <cstdint>
#include <vector>

#include <glm/glm.hpp>

namespace genu {

/// Sixteen-bit places in a structure's box; one step for all axes, so that directions stay true.
struct SmallSpace {
    glm::vec3 low_m{0};
    float step_m = 1;
};
SmallSpace small_space(const std::vector<glm::vec3>& position_m);
glm::u16vec3 small_place(const SmallSpace& space, glm::vec3 position_m);

/// A direction in signed bytes.
glm::i8vec3 small_direction(glm::vec3 direction);
/// Weights in bytes that add up to 255.
glm::u8vec4 small_weights(glm::vec4 weights);

/// Rows of bytes, each attribute at a multiple of four from its row's start, as glTF asks.
class SmallRows {
public:
    explicit SmallRows(std::size_t rows) : rows_(rows) {}
    /// Room for one more attribute of that many bytes; returns its place in the row.
    std::size_t add(std::size_t bytes);
    void lay_out() { data_.assign(rows_ * stride_, 0); }
    template <class T>
    void put(std::size_t row, std::size_t place, const T& value) { copy(row, place, &value, sizeof value); }
    const std::vector<std::uint8_t>& data() const { return data_; }
    std::size_t stride() const { return stride_; }

private:
    void copy(std::size_t row, std::size_t place, const void* value, std::size_t size);
    std::size_t rows_, stride_ = 0;
    std::vector<std::uint8_t> data_;
};

}  // namespace genu
