#include "platform/secrets/key_file.h"

#include "base/utf8.h"
#include "platform/secrets/encodings.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace interregio::secrets {
namespace {

constexpr std::size_t line_length = 44; // 43 characters of base64url and the line end
constexpr mode_t of_others = S_IRWXG | S_IRWXO;

/// An open file, closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

  private:
    int number_;
};

std::unexpected<Refusal> key_file_refused(const char* key, const std::filesystem::path& file) {
    return std::unexpected(Refusal{key, {{"file", quotable(file.string(), 300)}}});
}

std::unexpected<Refusal> key_file_refused(const char* key, const std::filesystem::path& file, int error) {
    return std::unexpected(
        Refusal{key, {{"file", quotable(file.string(), 300)}, {"reason", std::generic_category().message(error)}}});
}

/// Up to `most` bytes and one more, by which a longer file is known.
SecretBytes contents_of(int descriptor, std::size_t most, int& error) {
    SecretBytes buffer(most + 1);
    std::size_t size = 0;
    while (size < buffer.size()) {
        const auto got = ::read(descriptor, buffer.writable().data() + size, buffer.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) error = errno;
        if (got <= 0) break;
        size += static_cast<std::size_t>(got);
    }
    return SecretBytes::copy_of(buffer.bytes().first(size));
}

std::optional<SealingKey> key_in(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    auto bytes = read_base64url(line);
    if (!bytes) return std::nullopt;
    return SealingKey::from(std::move(*bytes));
}

/// Writes all and waits until it is on disk, together with the name of the file. False with errno set.
bool write_to_disk(int descriptor, std::string_view text, const std::filesystem::path& folder) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (fsync(descriptor) != 0) return false;
    const Descriptor directory(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.is_open() && fsync(directory.number()) == 0;
}

} // namespace

std::expected<SecretBytes, Refusal> read_private_file(const std::filesystem::path& file, std::size_t most) {
    // O_NONBLOCK: a named pipe in its place must not hold up the start.
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.is_open()) {
        const int error = errno;
        if (error == ENOENT) return key_file_refused("refusal.key_file.none", file);
        return key_file_refused("refusal.key_file.unreadable", file, error);
    }
    struct stat status{};
    if (fstat(descriptor.number(), &status) != 0) return key_file_refused("refusal.key_file.unreadable", file, errno);
    if (!S_ISREG(status.st_mode)) return key_file_refused("refusal.key_file.unreadable", file, EINVAL);
    const bool ours = status.st_uid == geteuid() || status.st_uid == 0;
    if ((status.st_mode & of_others) != 0 || !ours) return key_file_refused("refusal.key_file.open_to_others", file);
    int error = 0;
    SecretBytes contents = contents_of(descriptor.number(), most, error);
    if (error != 0) return key_file_refused("refusal.key_file.unreadable", file, error);
    return contents;
}

std::expected<SealingKey, Refusal> read_key_file(const std::filesystem::path& file) {
    const auto contents = read_private_file(file, line_length);
    if (!contents) return std::unexpected(contents.error());
    auto key = key_in(contents->text());
    if (!key) return key_file_refused("refusal.key_file.malformed", file);
    return std::move(*key);
}

std::expected<SealingKey, Refusal> create_key_file(const std::filesystem::path& file) {
    SealingKey key = SealingKey::random();
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!descriptor.is_open()) {
        const int error = errno;
        if (error == EEXIST) return key_file_refused("refusal.key_file.exists", file);
        return key_file_refused("refusal.key_file.not_written", file, error);
    }
    std::string line = base64url(key.bytes()) + '\n';
    // The mode again, for a umask that takes away our own right to read.
    const bool done = fchmod(descriptor.number(), S_IRUSR | S_IWUSR) == 0 &&
                      write_to_disk(descriptor.number(), line, file.parent_path());
    const int error = errno;
    wipe(std::as_writable_bytes(std::span(line)));
    if (done) return key;
    ::unlink(file.c_str());
    return key_file_refused("refusal.key_file.not_written", file, error);
}

} // namespace interregio::secrets
