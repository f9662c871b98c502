#include "platform/db/sqlite_files.h"

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace interregio::db {
namespace {

/// The result of the first real look into the file.
int first_read(const SqliteConnection& connection) {
    return sqlite3_exec(connection.handle(), "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
}

/// Results that a disk without space or without the right to write gives when SQLite needs a file beside the database.
bool is_about_the_disk(int code) {
    const int primary = code & 0xFF;
    return primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY || primary == SQLITE_FULL ||
           primary == SQLITE_IOERR;
}

/// A file name as a part of a URI (https://www.sqlite.org/uri.html).
std::string immutable_uri(const std::string& file) {
    std::string uri = "file:";
    for (const char c : file) {
        if (c == '%')
            uri += "%25";
        else if (c == '?')
            uri += "%3f";
        else if (c == '#')
            uri += "%23";
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

std::uint64_t bytes_of(const std::string& file) {
    struct stat found{};
    return ::stat(file.c_str(), &found) == 0 ? static_cast<std::uint64_t>(found.st_size) : 0;
}

std::string folder_of(const std::string& file) {
    const auto folder = std::filesystem::path(file).parent_path().string();
    return folder.empty() ? "." : folder;
}

std::string words(int error, const std::string& where) {
    return where + ": " + std::error_code(error, std::system_category()).message();
}

WriteProbe refused(int error, const std::string& where) {
    switch (error) {
    case EROFS:
    case EACCES:
    case EPERM:
        return {Writing::read_only, words(error, where)};
    case ENOSPC:
    case EDQUOT:
        return {Writing::full, words(error, where)};
    default:
        return {Writing::failed, words(error, where)};
    }
}

/// A new file in the folder that has no name any more; -1 and errno when there can be none.
int open_nameless(const std::string& file) {
    const int opened = ::open(folder_of(file).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (opened >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return opened;
    const std::string name = file + "-probe"; // for file systems that know no files without a name
    const int named = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

} // namespace

OpenedToRead open_to_read(const std::string& file) {
    auto connection = std::make_unique<SqliteConnection>(file, SQLITE_OPEN_READONLY);
    const int code = first_read(*connection);
    if (code == SQLITE_OK) return {std::move(connection), Log::read};
    const std::string reason = sqlite3_errmsg(connection->handle());
    if ((code & 0xFF) == SQLITE_BUSY) throw Locked("cannot read " + file + ": " + reason);
    if (!is_about_the_disk(code)) throw Error("cannot read " + file + ": " + reason);
    if (bytes_of(file + "-wal") > 0)
        throw Error("cannot read " + file + ": " + reason + ", and the newest changes are in " + file + "-wal");
    connection = std::make_unique<SqliteConnection>(immutable_uri(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    if (first_read(*connection) != SQLITE_OK) throw Error("cannot read " + file + ": " + reason);
    return {std::move(connection), Log::ignored};
}

FileState state_of(const std::string& file) {
    struct stat found{};
    if (::stat(file.c_str(), &found) != 0) return {};
    return {.inode = found.st_ino,
            .bytes = static_cast<std::uint64_t>(found.st_size),
            .changed = found.st_mtim.tv_sec * 1'000'000'000 + found.st_mtim.tv_nsec,
            .log_bytes = bytes_of(file + "-wal")};
}

WriteProbe probe_lock(const std::string& file) {
    const SqliteConnection connection(file, SQLITE_OPEN_READWRITE);
    sqlite3_busy_timeout(connection.handle(), 0);
    const int code = sqlite3_exec(connection.handle(), "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    const std::string reason = sqlite3_errmsg(connection.handle());
    if (code == SQLITE_OK) sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    switch (code & 0xFF) {
    case SQLITE_OK:
        return {};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Writing::locked, reason};
    case SQLITE_READONLY:
        return {Writing::read_only, reason};
    case SQLITE_FULL:
        return {Writing::full, reason};
    default:
        return {Writing::failed, reason};
    }
}

WriteProbe probe_files(const std::string& file) {
    if (::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0) return refused(errno, file);
    const std::string folder = folder_of(file);
    const int opened = open_nameless(file);
    if (opened < 0) return refused(errno, folder);
    static constexpr std::array<char, 16 * 1024> bytes{}; // a few pages of the database
    const ssize_t written = ::write(opened, bytes.data(), bytes.size());
    const int error = errno;
    ::close(opened);
    if (written < 0) return refused(error, folder);
    if (static_cast<std::size_t>(written) < bytes.size()) return refused(ENOSPC, folder);
    return {};
}

Storage storage_of(const std::string& file) {
    Storage storage{.bytes = bytes_of(file) + bytes_of(file + "-wal")};
    struct statvfs disk{};
    if (::statvfs(folder_of(file).c_str(), &disk) == 0)
        storage.free_bytes = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
    return storage;
}

} // namespace interregio::db
