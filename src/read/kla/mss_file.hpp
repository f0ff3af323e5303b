// The streams of a NanoSuite .mss: columns of numbers and tables, both packed by "implode".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/container/ole_file.hpp"
#include "read/kla/mss_table.hpp"

namespace sneddon {

/// A table and the bytes that it looks into.
struct MssTableBytes {
    std::vector<char> pages;
    MssTable table;
};

class MssFile {
  public:
    /// `bytes` must outlive the file; `name` is for messages. Errors: SND-R033.
    static Result<MssFile> open(std::string_view bytes, std::string_view name);

    /// The folders below "Specimen/" in the order of their names: a test each.
    const std::vector<std::string>& specimens() const { return specimens_; }
    /// Names of the columns of a specimen.
    std::vector<std::string> columns_of(const std::string& specimen) const;
    bool has(const std::string& path) const { return streams_.contains(path); }

    /// Numbers as they are in the file. Errors: SND-R033.
    Result<std::vector<double>> column(const std::string& path);
    /// An empty one where there is no such stream. Errors: SND-R033.
    Result<MssTableBytes> table(const std::string& path);

    Error broken(std::string_view path, std::string_view what) const;

  private:
    MssFile(OleFile file, std::size_t size, std::string_view name)
        : file_(std::move(file)), size_(size), name_(name) {}

    std::optional<Error> list_streams();
    Result<std::string> read(const std::string& path);
    Result<std::vector<char>> unpack(std::string_view packed, std::size_t size,
                                     const std::string& path);

    OleFile file_;
    std::size_t size_;
    std::string name_;
    std::map<std::string, std::size_t, std::less<>> streams_;  // path -> place in file_.streams()
    std::vector<std::string> specimens_;
    std::size_t packed_read_ = 0, unpacked_ = 0;  // bytes
};

/// Whether the bytes are a compound file with the folders of a .mss; a damaged one counts.
bool is_mss(std::string_view bytes);

}  // namespace sneddon
