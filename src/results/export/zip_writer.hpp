// A zip archive (APPNOTE.TXT 6.3.4, PKWARE) as it grows: nothing is held but the block that is
// being packed. The same content gives the same bytes: no clock is asked.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

class ZipWriter {
  public:
    /// `out` can be gone back in: an entry's sizes go in front of it when they are known.
    explicit ZipWriter(std::ostream& out);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// Ends the entry before it.
    void begin(const std::string& name);
    void write(std::string_view bytes);
    /// Writes the directory. False where an entry or the archive has 4 GiB or more.
    bool finish();

  private:
    struct Entry {
        std::string name;
        std::uint64_t offset = 0, packed_bytes = 0, bytes = 0;
        std::uint32_t sum = 0;
    };
    struct Packer;

    void end();
    void pack(std::string_view bytes, int how);
    static std::string sizes_of(const Entry& entry);

    std::ostream& out_;
    std::uint64_t at_ = 0;
    std::vector<Entry> entries_;
    std::unique_ptr<Packer> packer_;  ///< of the entry that is being written
};

}  // namespace sneddon
