// The least that reading a folder of TriboScan texts can cost: two threads read each file, take all
// its numbers by fast_float, and hash it with SHA-256. Prints how many files and numbers there
// were.
//   read_pass FOLDER
#include <fast_float/fast_float.h>
#include <openssl/sha.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Pass {
    std::size_t numbers = 0;
    double sum = 0;  ///< printed, so that no number is left out
    unsigned hashes = 0;
};

void read_file(const std::filesystem::path& path, std::string& text) {
    text.resize(std::filesystem::file_size(path));
    std::ifstream(path, std::ios::binary)
        .read(text.data(), static_cast<std::streamsize>(text.size()));
}

void take_numbers(const std::string& text, Pass& pass) {
    constexpr std::size_t lines_of_head = 4;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t line = 0; at < end && line < lines_of_head; ++at)
        line += *at == '\n' ? 1U : 0U;
    while (at < end) {
        double value = 0;
        const auto [behind, error] = fast_float::from_chars(at, end, value);
        if (error == std::errc()) {
            ++pass.numbers;
            pass.sum += value;
            at = behind;
        }
        ++at;  // a tab or a line end
    }
}

void hash(const std::string& text, Pass& pass) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest;
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    pass.hashes += digest[0];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "read_pass FOLDER\n";
        return 2;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::atomic<std::size_t> next = 0;
    std::array<Pass, 2> passes;
    std::vector<std::thread> threads;
    for (Pass& pass : passes)
        threads.emplace_back([&] {
            std::string text;
            for (std::size_t i = next++; i < files.size(); i = next++) {
                read_file(files[i], text);
                take_numbers(text, pass);
                hash(text, pass);
            }
        });
    for (std::thread& thread : threads) thread.join();
    std::cout << files.size() << " files, " << passes[0].numbers + passes[1].numbers
              << " numbers, sum " << passes[0].sum + passes[1].sum << ", hashes "
              << passes[0].hashes + passes[1].hashes << '\n';
    return 0;
}
