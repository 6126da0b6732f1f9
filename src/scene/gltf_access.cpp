#include "scene/gltf_access.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <tiny_gltf.h>

namespace genu {

namespace {

template <class T>
T load(const unsigned char* from)
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

std::uint32_t load_whole(const unsigned char* from, int component)
{
    switch (component) {
    case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE: return *from;
    case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT: return load<std::uint16_t>(from);
    default: return load<std::uint32_t>(from);
    }
}

float load_float(const unsigned char* from, int component, bool normalised)
{
    switch (component) {
    case TINYGLTF_COMPONENT_TYPE_FLOAT: return load<float>(from);
    case TINYGLTF_COMPONENT_TYPE_DOUBLE: return static_cast<float>(load<double>(from));
    case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE: return static_cast<float>(*from) / (normalised ? 255.0f : 1.0f);
    case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT: return static_cast<float>(load<std::uint16_t>(from)) / (normalised ? 65535.0f : 1.0f);
    case TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT: return static_cast<float>(load<std::uint32_t>(from));
    case TINYGLTF_COMPONENT_TYPE_BYTE: return normalised ? std::max(static_cast<float>(load<std::int8_t>(from)) / 127.0f, -1.0f) : static_cast<float>(load<std::int8_t>(from));
    case TINYGLTF_COMPONENT_TYPE_SHORT: return normalised ? std::max(static_cast<float>(load<std::int16_t>(from)) / 32767.0f, -1.0f) : static_cast<float>(load<std::int16_t>(from));
    default: return 0;
    }
}

}  // namespace

bool AccessorReader::complain(const std::string& what, const std::string& message)
{
    problems_.push_back({name_, what, message, ""});
    return false;
}

std::size_t AccessorReader::count(int accessor) const
{
    return is_index(accessor, file_.accessors.size()) ? file_.accessors[static_cast<std::size_t>(accessor)].count : 0;
}

int AccessorReader::width(int accessor) const
{
    return is_index(accessor, file_.accessors.size()) ? tinygltf::GetNumComponentsInType(static_cast<std::uint32_t>(file_.accessors[static_cast<std::size_t>(accessor)].type)) : 0;
}

bool AccessorReader::open(int index, int width, const std::string& what, Bytes& bytes)
{
    if (!is_index(index, file_.accessors.size())) return complain(what, "names accessor " + std::to_string(index) + ", which does not exist");
    const std::string place = what + " (accessor " + std::to_string(index) + ")";
    const tinygltf::Accessor& accessor = file_.accessors[static_cast<std::size_t>(index)];
    if (accessor.sparse.isSparse) return complain(place, "is sparse, which Genu does not read");
    if (!is_index(accessor.bufferView, file_.bufferViews.size())) return complain(place, "has no buffer view");
    const tinygltf::BufferView& view = file_.bufferViews[static_cast<std::size_t>(accessor.bufferView)];
    if (!is_index(view.buffer, file_.buffers.size())) return complain(place, "lies in a buffer that does not exist");
    const std::vector<unsigned char>& buffer = file_.buffers[static_cast<std::size_t>(view.buffer)].data;
    const int size = tinygltf::GetComponentSizeInBytes(static_cast<std::uint32_t>(accessor.componentType));
    const int components = tinygltf::GetNumComponentsInType(static_cast<std::uint32_t>(accessor.type));
    if (size <= 0 || components != width) return complain(place, "has the wrong type: " + std::to_string(width) + " numbers per element are needed");
    const std::size_t element = static_cast<std::size_t>(size) * static_cast<std::size_t>(width);
    const std::size_t stride = view.byteStride > 0 ? view.byteStride : element;
    if (view.byteOffset > buffer.size() || view.byteLength > buffer.size() - view.byteOffset) return complain(place, "lies beyond the end of the data: the file is cut short or its sizes are wrong");
    const bool too_far = accessor.count > 0 && (accessor.byteOffset > view.byteLength || element > view.byteLength - accessor.byteOffset ||
                                                (accessor.count - 1) > (view.byteLength - accessor.byteOffset - element) / stride);
    if (too_far) return complain(place, "reaches beyond the end of its buffer view");
    bytes = {buffer.data() + view.byteOffset + accessor.byteOffset, stride, accessor.count, accessor.componentType, accessor.normalized};
    return true;
}

std::vector<float> AccessorReader::floats(int accessor, int width, const std::string& what)
{
    Bytes bytes;
    if (!open(accessor, width, what, bytes)) return {};
    const auto size = static_cast<std::size_t>(tinygltf::GetComponentSizeInBytes(static_cast<std::uint32_t>(bytes.component)));
    const auto parts = static_cast<std::size_t>(width);
    std::vector<float> values(bytes.count * parts);
    const bool is_plain = bytes.component == TINYGLTF_COMPONENT_TYPE_FLOAT;
    for (std::size_t i = 0; i < bytes.count; ++i) {
        const unsigned char* from = bytes.data + i * bytes.stride;
        float* to = &values[i * parts];
        if (is_plain) std::memcpy(to, from, parts * sizeof(float));
        else for (std::size_t k = 0; k < parts; ++k) to[k] = load_float(from + k * size, bytes.component, bytes.normalised);
        for (std::size_t k = 0; k < parts; ++k) {
            if (std::isfinite(to[k])) continue;
            complain(what, "element " + std::to_string(i) + " is not a number");
            return {};
        }
    }
    return values;
}

std::vector<std::uint32_t> AccessorReader::whole(int accessor, int width, const std::string& what)
{
    Bytes bytes;
    if (!open(accessor, width, what, bytes)) return {};
    const bool fits = bytes.component == TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE || bytes.component == TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT || bytes.component == TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT;
    if (!fits) {
        complain(what, "must hold whole numbers");
        return {};
    }
    const auto size = static_cast<std::size_t>(tinygltf::GetComponentSizeInBytes(static_cast<std::uint32_t>(bytes.component)));
    const auto parts = static_cast<std::size_t>(width);
    std::vector<std::uint32_t> values(bytes.count * parts);
    for (std::size_t i = 0; i < bytes.count; ++i) {
        for (std::size_t k = 0; k < parts; ++k) values[i * parts + k] = load_whole(bytes.data + i * bytes.stride + k * size, bytes.component);
    }
    return values;
}

}  // namespace genu
