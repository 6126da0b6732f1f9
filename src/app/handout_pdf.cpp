#include "app/handout_pdf.hpp"

#include <chrono>
#include <thread>

#include "app/child_process.hpp"

namespace genu {

namespace {

constexpr int kMostSeconds = 120;

std::vector<std::string> printer(const fs::path& html, const fs::path& pdf)
{
    if (const fs::path p = find_program("weasyprint"); !p.empty()) return {p, html, pdf};
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
        if (const fs::path p = find_program(name); !p.empty()) return {p, "--headless", "--no-pdf-header-footer", "--print-to-pdf=" + pdf.string(), "file://" + html.string()};
    }
    if (const fs::path p = find_program("wkhtmltopdf"); !p.empty()) return {p, "--quiet", html, pdf};
    return {};
}

int wait_for(ChildProcess& child)
{
    for (int i = 0; i < kMostSeconds * 20; ++i) {
        if (const auto code = child.ended()) return *code;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return -1;
}

}  // namespace

Result<Done> print_pdf(const std::string& page, const fs::path& pdf)
{
    const fs::path target = fs::absolute(pdf), html = target.string() + ".part.html", made = target.string() + ".part.pdf";
    const std::vector<std::string> command = printer(html, made);
    if (command.empty()) {
        return Problem{pdf.string(), "", "no program is installed that makes a PDF of a page", "write an .html file and print it from a browser, or install one (Debian: weasyprint)"};
    }
    Result<Done> written = write_whole(html, page);
    if (!written) return written;
    ChildProcess child;
    child.start(command);
    const int code = wait_for(child);
    std::error_code error;
    fs::remove(html, error);
    if (code == 0 && fs::exists(made, error)) {
        fs::rename(made, target, error);
        if (!error) return Done{};
    }
    fs::remove(made, error);
    return Problem{pdf.string(), "", "the PDF could not be made by " + command.front(), "write an .html file and print it from a browser"};
}

}  // namespace genu
