#pragma once
// What the person who runs the program decides: from the command line, the environment and a configuration file, in
// this order of precedence. Every key is documented in docs/operations.md.

#include "app/terminal.h"
#include "base/language.h"
#include "platform/http/client_address.h"
#include "platform/http/server.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace interregio {

enum class LogLevel { debug, info, warn, error, off };

/// Options that every command has.
struct CommonOptions {
    std::string database = "interregio.db";
    OutputFormat format = OutputFormat::text;
};

struct ListenAddress {
    std::string address; ///< IPv4 or IPv6 literal
    std::uint16_t port = 0;
};

struct ServeOptions {
    http::ServerOptions server;
    std::optional<ListenAddress> metrics; ///< where numbers and details about the server are shown; nowhere
    std::string base_url; ///< "https://partner.example", for canonical addresses; empty: those of the listener
    http::TrustedProxies trusted_proxies; ///< whose word is taken for the address of the client
    std::string key_file;     ///< what secrets of accounts are encrypted with; empty: the database's name and ".key"
    std::string sign_on_file; ///< describes the providers of sign-on; empty: there are none
    std::size_t cache_megabytes = 64; ///< bound of the answers that are kept in memory
    bool pictures = true;             ///< whether renditions of pictures are made while serving
    LogLevel log_level = LogLevel::info;
};
struct BeginCommand {
    std::string organisation; ///< its name
    std::string given_name;
    std::string family_name;
    std::string email;
    std::string language;               ///< of the name and of the account
    std::vector<std::string> languages; ///< of the site; none: all that the program speaks
    std::string base_url = "http://127.0.0.1:8080";
};
struct ImportCommand {
    std::string folder;
    std::string actor = "import";
    bool remove_missing = false;
};
struct ExportCommand {
    std::string folder;
};
struct CheckCommand {
    std::string folder;
};
struct MigrateCommand {};
struct PicturesCommand {};
struct BackupCommand {
    std::string file;
};
struct RestoreCommand {
    std::string file;
    bool replace = false;
};
struct ShowCommand {
    std::string kind;
    std::string key;
    std::int64_t at = 0; ///< number of a journal entry; 0: now
};
struct UserAddCommand {
    std::string person;       ///< key in the record
    std::string organisation; ///< key in the record
    std::string email;
    std::vector<std::string> roles{"administrator"};
    std::string language; ///< of the account; empty: the first of the site
    bool second_factor = false;
    std::string base_url = "http://127.0.0.1:8080";
};
struct UserEmailCommand {
    std::string email; ///< of the account, now
    std::string new_email;
};
struct UserLinkCommand {
    std::string email;
    std::string base_url = "http://127.0.0.1:8080";
};
struct UserListCommand {};
struct SchemaCommand {};
struct RoutesCommand {};
struct VersionCommand {};

using Command =
    std::variant<ServeOptions, BeginCommand, ImportCommand, ExportCommand, CheckCommand, MigrateCommand,
                 PicturesCommand, BackupCommand, RestoreCommand, ShowCommand, UserAddCommand, UserEmailCommand,
                 UserLinkCommand, UserListCommand, SchemaCommand, RoutesCommand, VersionCommand>;

struct Invocation {
    CommonOptions common;
    Command command;
};

/// The language of messages: --language, else LC_ALL, LC_MESSAGES or LANG, else English.
[[nodiscard]] Language message_language(int argument_count, char** arguments);

/// Reads everything. Where there is nothing to run, the exit code: after --help, or after saying what is wrong.
[[nodiscard]] std::variant<Invocation, ExitCode> read_invocation(int argument_count, char** arguments,
                                                                 const Catalogue& words);

} // namespace interregio
