#include "builder/ply.hpp"

#include <cstring>
#include <optional>
#include <sstream>

namespace genu::builder {

namespace {

struct Property { std::string name; std::string type; std::string count_type; };  // count_type: of lists
struct Element { std::string name; std::size_t count = 0; std::vector<Property> properties; };

std::size_t size_of(const std::string& type)
{
    if (type == "char" || type == "uchar" || type == "int8" || type == "uint8") return 1;
    if (type == "short" || type == "ushort" || type == "int16" || type == "uint16") return 2;
    if (type == "int" || type == "uint" || type == "int32" || type == "uint32" || type == "float" || type == "float32") return 4;
    if (type == "double" || type == "float64") return 8;
    return 0;
}

template <class T>
double as_double(const std::byte* from)
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return static_cast<double>(value);
}

double number(const std::byte* from, const std::string& type)
{
    if (type == "char" || type == "int8") return as_double<std::int8_t>(from);
    if (type == "uchar" || type == "uint8") return as_double<std::uint8_t>(from);
    if (type == "short" || type == "int16") return as_double<std::int16_t>(from);
    if (type == "ushort" || type == "uint16") return as_double<std::uint16_t>(from);
    if (type == "int" || type == "int32") return as_double<std::int32_t>(from);
    if (type == "uint" || type == "uint32") return as_double<std::uint32_t>(from);
    if (type == "double" || type == "float64") return as_double<double>(from);
    return as_double<float>(from);
}

/// Numbers one after the other, from bytes or from text.
class Stream {
public:
    Stream(const std::vector<std::byte>& bytes, std::size_t start, bool is_text) : bytes_(bytes), place_(start)
    {
        if (is_text) text_.emplace(std::string(reinterpret_cast<const char*>(bytes.data()) + start, bytes.size() - start));
    }
    bool next(const std::string& type, double& value)
    {
        if (text_) return static_cast<bool>(*text_ >> value);
        const std::size_t size = size_of(type);
        if (size == 0 || place_ + size > bytes_.size()) return false;
        value = number(bytes_.data() + place_, type);
        place_ += size;
        return true;
    }
private:
    const std::vector<std::byte>& bytes_;
    std::size_t place_;
    std::optional<std::istringstream> text_;
};

struct Header { std::vector<Element> elements; std::string format; std::size_t end = 0; };

bool read_header(const std::vector<std::byte>& bytes, Header& header)
{
    const std::string_view all(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 1 << 16));
    const std::size_t end = all.find("end_header");
    if (all.substr(0, 3) != "ply" || end == std::string_view::npos) return false;
    header.end = all.find('\n', end) + 1;
    std::istringstream lines{std::string(all.substr(0, end))};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string word;
        words >> word;
        if (word == "format") words >> header.format;
        if (word == "element") {
            Element element;
            words >> element.name >> element.count;
            header.elements.push_back(element);
        }
        if (word == "property" && !header.elements.empty()) {
            Property property;
            words >> property.type;
            if (property.type == "list") words >> property.count_type >> property.type;
            words >> property.name;
            header.elements.back().properties.push_back(property);
        }
    }
    return header.format == "binary_little_endian" || header.format == "ascii";
}

bool read_element(Stream& stream, const Element& element, TriMesh& mesh)
{
    for (std::size_t i = 0; i < element.count; ++i) {
        Vec3 p(0);
        for (const Property& property : element.properties) {
            double count = 1;
            if (!property.count_type.empty() && !stream.next(property.count_type, count)) return false;
            std::vector<double> values(static_cast<std::size_t>(count));
            for (double& value : values) if (!stream.next(property.type, value)) return false;
            if (element.name == "vertex" && property.count_type.empty()) {
                if (property.name == "x") p.x = values[0];
                if (property.name == "y") p.y = values[0];
                if (property.name == "z") p.z = values[0];
            }
            if (element.name == "face" && (property.name == "vertex_indices" || property.name == "vertex_index")) {
                for (std::size_t k = 1; k + 1 < values.size(); ++k) {
                    mesh.triangle.push_back({static_cast<std::uint32_t>(values[0]), static_cast<std::uint32_t>(values[k]), static_cast<std::uint32_t>(values[k + 1])});
                }
            }
        }
        if (element.name == "vertex") mesh.point.push_back(p);
    }
    return true;
}

}  // namespace

Result<TriMesh> read_ply(const fs::path& path)
{
    Result<std::vector<std::byte>> bytes = read_bytes(path);
    if (!bytes) return bytes.problems();
    Header header;
    if (!read_header(*bytes, header)) return Problem{path.string(), "", "is not a PLY file of a kind Genu reads (text or little-endian)", ""};
    Stream stream(*bytes, header.end, header.format == "ascii");
    TriMesh mesh;
    for (const Element& element : header.elements) {
        if (!read_element(stream, element, mesh)) return Problem{path.string(), element.name, "is cut short", ""};
    }
    for (const auto& t : mesh.triangle) {
        for (const std::uint32_t corner : t) {
            if (corner >= mesh.point.size()) return Problem{path.string(), "face", "names a vertex that does not exist", ""};
        }
    }
    return mesh;
}

}  // namespace genu::builder
