#include "text_files.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace sneddon::cli {

bool write_file(const std::string& name, const std::string& text) {
    std::ofstream out(std::filesystem::path(name), std::ios::binary);
    out << text << std::flush;
    return out.good();
}

bool print_file(const std::string& name) {
    std::ifstream in(std::filesystem::path(name), std::ios::binary);
    std::cout << in.rdbuf();
    return in.good() || in.eof();
}

}  // namespace sneddon::cli
