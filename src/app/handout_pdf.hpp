#pragma once
#include <string>

#include "base/files.hpp"

namespace genu {

/// The page as PDF, by a program of the system that prints HTML (weasyprint, chromium, wkhtmltopdf). Where there is none,
/// the problem says which to install; nothing is written then.
Result<Done> print_pdf(const std::string& page, const fs::path& pdf);

}  // namespace genu
