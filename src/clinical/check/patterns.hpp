#pragma once
// What codes look like. By hand: std::regex trips GCC 12's warnings under the sanitizers.
#include <string_view>

namespace genu::check {

/// "M71.2", "S83.8X-", "M05-M07", "M71.20-M71.22": one code or one range.
bool looks_like_icd10(std::string_view text);
/// "FMA" and three to six digits.
bool looks_like_fma(std::string_view text);
/// "10.2214/ajr.176.2.1760373", without a web address before it.
bool looks_like_doi(std::string_view text);

}  // namespace genu::check
