// A compound file (OLE 2, Microsoft's [MS-CFB]): folders and streams in one file, as .xls and .mss
// are. The bytes are not trusted: work and memory are bounded by their number, whatever they say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct OleStream {
    std::string path;  ///< "Workbook", "Specimen/abc/RawData/_Time"
    std::uint64_t size = 0;
    std::uint32_t first = 0;  ///< sector where it begins
};

bool is_ole_file(std::string_view bytes);

class OleFile {
  public:
    /// `bytes` must outlive the file; `name` is for messages. Errors: SND-R033.
    static Result<OleFile> open(std::string_view bytes, std::string_view name);

    const std::vector<OleStream>& streams() const { return streams_; }
    /// nullptr if there is none of that path.
    const OleStream* find(std::string_view path) const;
    /// The whole stream. Errors: SND-R033.
    Result<std::string> read(const OleStream& stream) const;

  private:
    using Chain = std::vector<std::uint32_t>;

    OleFile(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

    Error broken(std::string_view what) const;
    std::string_view sector(std::uint32_t index) const;
    std::size_t sector_count() const;
    std::optional<Error> read_head();
    std::optional<Error> read_sector_table();
    std::optional<Error> read_mini_sectors(const OleStream& root);
    Result<Chain> chain(const Chain& table, std::uint32_t first, std::uint64_t most) const;
    Result<std::string> read_sectors(std::uint32_t first, std::uint64_t most_bytes) const;

    std::string_view bytes_;
    std::string name_;
    std::size_t sector_size_ = 0;
    std::uint64_t smallest_large_stream_ = 0;
    Chain next_sector_;       // of each sector, the one that follows it
    Chain next_mini_sector_;  // the same of the small sectors, which lie in mini_sectors_
    std::string mini_sectors_;
    std::vector<OleStream> streams_;
};

}  // namespace sneddon
