# UNVERIFIED: written from Homebrew's documents, never installed, since no macOS was at hand. The engine
# asks Linux or Windows for memory, folders and signals (src/base/posix): on macOS expect work in
# fresh_memory.cpp, folder_names.cpp, programs.cpp and apps/cli/posix first. On Linux it should build.
class Sneddon < Formula
  desc "Nanoindentation, from instrument files to hardness, modulus, work and creep"
  homepage "ADDRESS-OF-THE-PROJECT"
  url "ADDRESS-OF-THE-RELEASE/sneddon-0.1.0.tar.gz"
  sha256 "SHA256-OF-THE-ARCHIVE"
  license "MIT"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "fast_float" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "tomlplusplus" => :build
  depends_on "boost"
  depends_on "fmt"
  depends_on :linux
  depends_on "openssl@3"
  depends_on "pugixml"
  depends_on "zlib"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", "-DSNEDDON_TESTS=OFF", *std_cmake_args
    system "cmake", "--build", "build", "--target", "sneddon_cli"
    system "cmake", "--install", "build", "--component", "program"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/sneddon version")
    system bin/"sneddon", "doctor"
  end
end
