#pragma once
// Reading a glTF file's accessors, trusting none of its numbers. Used only by gltf_read.cpp.
#include <cstdint>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "base/result.hpp"

namespace tinygltf {
class Model;
struct Accessor;
}

namespace genu {

/// Whether a number from a file may be used as an index into a list of this size.
inline bool is_index(int i, std::size_t size) { return i >= 0 && static_cast<std::size_t>(i) < size; }

/// Values of an accessor as floats (integers normalised when the file says so) or as whole numbers.
class AccessorReader {
public:
    AccessorReader(const tinygltf::Model& file, std::string name, Problems& problems) : file_(file), name_(std::move(name)), problems_(problems) {}

    /// `width` numbers per element; empty, with a problem noted, when the accessor is broken.
    std::vector<float> floats(int accessor, int width, const std::string& what);
    std::vector<std::uint32_t> whole(int accessor, int width, const std::string& what);
    std::size_t count(int accessor) const;
    int width(int accessor) const;

private:
    struct Bytes { const unsigned char* data = nullptr; std::size_t stride = 0, count = 0; int component = 0; bool normalised = false; };
    bool open(int accessor, int width, const std::string& what, Bytes& bytes);
    bool complain(const std::string& what, const std::string& message);

    const tinygltf::Model& file_;
    std::string name_;
    Problems& problems_;
};

}  // namespace genu
