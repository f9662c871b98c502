#include "app/configuration.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

extern char** environ; // NOLINT: POSIX gives it no header in C++

namespace interregio {
namespace {

constexpr std::string_view environment_prefix = "INTERREGIO_";

/// "127.0.0.1:8080", "[::1]:8080"; gives nothing when it is neither.
std::optional<ListenAddress> parse_listen(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string_view address = text.substr(0, colon);
    if (address.starts_with('[') != address.ends_with(']')) return std::nullopt;
    if (address.starts_with('['))
        address = address.substr(1, address.size() - 2);
    else if (address.contains(':'))
        return std::nullopt; // an IPv6 address without brackets
    const std::string_view port_text = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(port_text.data(), port_text.data() + port_text.size(), port);
    if (error != std::errc{} || end != port_text.data() + port_text.size() || port_text.empty()) return std::nullopt;
    return ListenAddress{std::string(address), port};
}

bool is_base_url(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme)) {
            const std::string_view host = text.substr(scheme.size());
            return !host.empty() && host.find_first_of("/?# ") == std::string_view::npos;
        }
    return text.empty();
}

LogLevel log_level_named(std::string_view name) {
    if (name == "debug") return LogLevel::debug;
    if (name == "warn") return LogLevel::warn;
    if (name == "error") return LogLevel::error;
    if (name == "off") return LogLevel::off;
    return LogLevel::info;
}

/// Adds the options and commands to a CLI11 parser, with descriptions in the user's language.
class Parser {
  public:
    explicit Parser(const Catalogue& words) : words_(words), app_(words.text("cli.about"), "interregio") {
        app_.require_subcommand(1);
        app_.set_help_flag("-h,--help", words.text("cli.option.help"));
        // CLI11 does not ask the environment for the name of the file itself.
        const char* file = std::getenv("INTERREGIO_CONFIG");
        app_.set_config("--config", file != nullptr ? file : "", words.text("cli.option.config"), file != nullptr)
            ->type_name("FILE (Env:INTERREGIO_CONFIG)");
        app_.allow_config_extras(CLI::config_extras_mode::error);
        app_.footer(words.text("cli.exit_codes"));
        app_.get_formatter()->label("OPTIONS", words.text("cli.label.options"));
        app_.get_formatter()->label("SUBCOMMAND", words.text("cli.label.command"));
        app_.get_formatter()->label("Usage", words.text("cli.label.usage"));
        app_.get_formatter()->label("Options", words.text("cli.label.options"));
        app_.get_formatter()->label("Subcommands", words.text("cli.label.commands"));
        app_.get_formatter()->label("Positionals", words.text("cli.label.positionals"));
        app_.get_formatter()->column_width(34);
        option(app_, "--database", invocation_.common.database, "database");
        app_.add_option("--language", language_, words.text("cli.option.language"))->configurable(false);
        app_.add_flag("--json", json_, words.text("cli.option.json"))->configurable(false);
        app_.fallthrough(); // --database and --json may stand behind the command too
        add_commands();
    }

    std::variant<Invocation, ExitCode> parse(int argument_count, char** arguments) {
        if (const auto unknown = unknown_environment()) return wrong("cli.unknown_environment", *unknown);
        try {
            app_.parse(argument_count, arguments);
        } catch (const CLI::CallForHelp&) {
            std::cout << app_.help();
            return ExitCode::success;
        } catch (const CLI::ParseError& error) {
            return explain(error);
        }
        if (json_) invocation_.common.format = OutputFormat::json;
        prefer_environment(argument_count, arguments);
        if (auto* serve = std::get_if<ServeOptions>(&invocation_.command)) {
            const auto listen = parse_listen(listen_);
            if (!listen) return wrong("cli.wrong_listen", listen_);
            serve->server.address = listen->address;
            serve->server.port = listen->port;
            if (!metrics_listen_.empty()) {
                serve->metrics = parse_listen(metrics_listen_);
                if (!serve->metrics) return wrong("cli.wrong_listen", metrics_listen_);
            }
            serve->pictures = pictures_while_serving_ == "on";
            serve->log_level = log_level_named(log_level_);
            auto proxies = http::TrustedProxies::parse(trusted_proxies_);
            if (!proxies) return wrong(proxies.error().key, proxies.error().arguments.front().second);
            serve->trusted_proxies = std::move(*proxies);
            if (!is_base_url(serve->base_url)) return wrong("cli.wrong_base_url", serve->base_url);
            if (!serve->sign_on_file.empty() && serve->base_url.empty())
                return wrong("cli.sign_on_needs_base_url", serve->sign_on_file);
        }
        return invocation_;
    }

  private:
    template <class T> CLI::Option* option(CLI::App& app, const std::string& name, T& target, const std::string& key) {
        std::string variable(environment_prefix);
        for (const char c : name.substr(2)) variable += c == '-' ? '_' : static_cast<char>(std::toupper(c));
        known_variables_.push_back(variable);
        return app.add_option(name, target, words_.text("cli.option." + key))->envname(variable)->capture_default_str();
    }

    CLI::App* command(const std::string& name) { return app_.add_subcommand(name, words_.text("cli.command." + name)); }

    /// Adds a command whose arguments are bound to a value that becomes the invocation's command when it is called.
    template <class T> CLI::App* command(const std::string& name, T& value) {
        CLI::App* added = command(name);
        added->callback([this, &value] { invocation_.command = value; });
        return added;
    }

    void add_commands() {
        add_serve();
        add_begin();
        CLI::App* import = command("import", import_);
        import->add_option("DIR", import_.folder, words_.text("cli.argument.folder"))->required();
        import->add_option("--actor", import_.actor, words_.text("cli.option.actor"))->capture_default_str();
        import->add_flag("--remove-missing", import_.remove_missing, words_.text("cli.option.remove_missing"));
        command("export", export_)
            ->add_option("DIR", export_.folder, words_.text("cli.argument.new_folder"))
            ->required();
        command("check", check_)->add_option("DIR", check_.folder, words_.text("cli.argument.folder"))->required();
        command("migrate", migrate_);
        command("pictures", pictures_);
        command("backup", backup_)->add_option("FILE", backup_.file, words_.text("cli.argument.new_file"))->required();
        CLI::App* restore = command("restore", restore_);
        restore->add_option("FILE", restore_.file, words_.text("cli.argument.backup_file"))->required();
        restore->add_flag("--replace", restore_.replace, words_.text("cli.option.replace"));
        CLI::App* show = command("show", show_);
        show->add_option("KIND", show_.kind, words_.text("cli.argument.kind"))->required();
        show->add_option("KEY", show_.key, words_.text("cli.argument.key"))->required();
        show->add_option("--at", show_.at, words_.text("cli.option.at"))->check(CLI::PositiveNumber);
        add_user();
        command("schema", schema_);
        command("routes", routes_);
        command("version", version_);
    }

    void add_begin() {
        CLI::App& begin = *command("begin", begin_);
        begin.add_option("--organisation", begin_.organisation, words_.text("cli.option.begin.organisation"))
            ->required();
        begin.add_option("--given-name", begin_.given_name, words_.text("cli.option.begin.given_name"))->required();
        begin.add_option("--family-name", begin_.family_name, words_.text("cli.option.begin.family_name"))->required();
        begin.add_option("--email", begin_.email, words_.text("cli.option.email"))->required();
        begin.add_option("--account-language", begin_.language, words_.text("cli.option.begin.language"))->required();
        begin.add_option("--site-language", begin_.languages, words_.text("cli.option.begin.site_language"));
        option(begin, "--base-url", begin_.base_url, "base_url");
    }

    void add_user() {
        CLI::App& user = *command("user");
        user.require_subcommand(1);
        const auto verb = [&](const std::string& name, auto& value) -> CLI::App& {
            CLI::App& added = *user.add_subcommand(name, words_.text("cli.command.user." + name));
            added.callback([this, &value] { invocation_.command = value; });
            return added;
        };
        CLI::App& add = verb("add", user_add_);
        add.add_option("--person", user_add_.person, words_.text("cli.option.person"))->required();
        add.add_option("--organisation", user_add_.organisation, words_.text("cli.option.organisation"))->required();
        add.add_option("--email", user_add_.email, words_.text("cli.option.email"))->required();
        add.add_option("--role", user_add_.roles, words_.text("cli.option.role"))
            ->check(CLI::IsMember({"reader", "editor", "publisher", "administrator"}))
            ->capture_default_str();
        add.add_option("--account-language", user_add_.language, words_.text("cli.option.account_language"));
        add.add_flag("--demand-second-factor", user_add_.second_factor, words_.text("cli.option.second_factor"));
        option(add, "--base-url", user_add_.base_url, "base_url");
        CLI::App& email = verb("email", user_email_);
        email.add_option("EMAIL", user_email_.email, words_.text("cli.argument.email"))->required();
        email.add_option("NEW", user_email_.new_email, words_.text("cli.argument.new_email"))->required();
        CLI::App& link = verb("link", user_link_);
        link.add_option("EMAIL", user_link_.email, words_.text("cli.argument.email"))->required();
        option(link, "--base-url", user_link_.base_url, "base_url");
        verb("list", user_list_);
    }

    void add_serve() {
        CLI::App& app = *command("serve", serve_);
        option(app, "--listen", listen_, "listen");
        option(app, "--base-url", serve_.base_url, "base_url");
        option(app, "--key-file", serve_.key_file, "key_file");
        option(app, "--sign-on", serve_.sign_on_file, "sign_on")->type_name("FILE");
        option(app, "--trusted-proxies", trusted_proxies_, "trusted_proxies");
        option(app, "--cache-megabytes", serve_.cache_megabytes, "cache_megabytes")->check(CLI::Range(0, 1'000'000));
        option(app, "--threads", serve_.server.threads, "threads")->check(CLI::Range(0, 256));
        option(app, "--max-connections", serve_.server.max_connections, "max_connections")
            ->check(CLI::Range(1, 1'000'000));
        seconds(app, "--header-timeout", serve_.server.header_timeout, header_seconds_, "header_timeout");
        seconds(app, "--body-timeout", serve_.server.body_timeout, body_seconds_, "body_timeout");
        seconds(app, "--write-timeout", serve_.server.write_timeout, write_seconds_, "write_timeout");
        seconds(app, "--idle-timeout", serve_.server.idle_timeout, idle_seconds_, "idle_timeout");
        option(app, "--metrics-listen", metrics_listen_, "metrics_listen");
        option(app, "--pictures", pictures_while_serving_, "pictures")->check(CLI::IsMember({"on", "off"}));
        option(app, "--log-level", log_level_, "log_level")
            ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}));
    }

    void seconds(CLI::App& app, const std::string& name, std::chrono::seconds& target, std::int64_t& number,
                 const std::string& key) {
        number = target.count();
        option(app, name, number, key)->check(CLI::Range(1, 3600))->each([&target](const std::string& text) {
            target = std::chrono::seconds(std::strtol(text.c_str(), nullptr, 10));
        });
    }

    /// CLI11 asks the environment last for options that are not a command's; here it comes before the file.
    void prefer_environment(int argument_count, char** arguments) {
        for (int i = 1; i < argument_count; ++i)
            if (std::string_view(arguments[i]).starts_with("--database")) return;
        if (const char* database = std::getenv("INTERREGIO_DATABASE")) invocation_.common.database = database;
    }

    /// A variable that begins like ours and is none of them: a typing error that would otherwise go unnoticed.
    std::optional<std::string> unknown_environment() const {
        for (char** entry = environ; *entry != nullptr; ++entry) {
            const std::string_view text = *entry;
            const std::string_view name = text.substr(0, text.find('='));
            if (name.starts_with(environment_prefix) && name != "INTERREGIO_CONFIG" &&
                std::ranges::find(known_variables_, name) == known_variables_.end())
                return std::string(name);
        }
        return std::nullopt;
    }

    std::string allowed_for(const std::string& name) const {
        for (const CLI::App* command : app_.get_subcommands())
            if (const CLI::Option* option = command->get_option_no_throw(name)) return option->get_type_name();
        const CLI::Option* option = app_.get_option_no_throw(name);
        return option != nullptr ? option->get_type_name() : "";
    }

    ExitCode wrong(std::string_view key, const std::string& found, const std::string& allowed = {}) const {
        std::cerr << words_.text("cli.error", {{"message", words_.text(key, {{"found", found}, {"allowed", allowed}})}})
                  << '\n'
                  << words_.text("cli.see_help") << '\n';
        return ExitCode::usage;
    }

    ExitCode explain(const CLI::ParseError& error) const {
        const std::string what = error.what();
        if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
            return wrong("cli.unknown_argument", after_colon(what));
        if (dynamic_cast<const CLI::ConfigError*>(&error) != nullptr)
            return wrong("cli.unknown_key", what.substr(what.rfind(' ') + 1));
        if (dynamic_cast<const CLI::FileError*>(&error) != nullptr)
            return wrong("cli.no_config_file", what.substr(0, what.find(" was not")));
        if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
            const bool command_missing = what.starts_with("A subcommand");
            if (!app_.get_subcommands().empty() && !command_missing)
                return wrong("cli.missing_argument", what.substr(0, what.find(' ')));
            const auto rest = app_.remaining();
            return rest.empty() ? wrong("cli.missing_command", {}) : wrong("cli.unknown_argument", rest.front());
        }
        // "--threads: Value x not in range": which option it was, and what it takes, in words of ours.
        const std::string option = what.substr(0, what.find_first_of(": "));
        return wrong("cli.wrong_value", option, allowed_for(option));
    }

    static std::string after_colon(const std::string& text) {
        const auto colon = text.find(": ");
        return colon == std::string::npos ? text : text.substr(colon + 2);
    }

    const Catalogue& words_;
    Invocation invocation_;
    CLI::App app_;
    std::string language_;
    std::string listen_ = "127.0.0.1:8080";
    std::string metrics_listen_;
    std::string trusted_proxies_ = "127.0.0.1,::1";
    std::string pictures_while_serving_ = "on";
    std::string log_level_ = "info";
    bool json_ = false;
    std::int64_t header_seconds_ = 0;
    std::int64_t body_seconds_ = 0;
    std::int64_t write_seconds_ = 0;
    std::int64_t idle_seconds_ = 0;
    std::vector<std::string> known_variables_;
    ServeOptions serve_;
    ImportCommand import_;
    ExportCommand export_;
    CheckCommand check_;
    MigrateCommand migrate_;
    PicturesCommand pictures_;
    BackupCommand backup_;
    RestoreCommand restore_;
    ShowCommand show_;
    BeginCommand begin_;
    UserAddCommand user_add_;
    UserEmailCommand user_email_;
    UserLinkCommand user_link_;
    UserListCommand user_list_;
    SchemaCommand schema_;
    RoutesCommand routes_;
    VersionCommand version_;
};

} // namespace

Language message_language(int argument_count, char** arguments) {
    std::string wish;
    for (int i = 1; i < argument_count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--language" && i + 1 < argument_count) wish = arguments[i + 1];
        if (argument.starts_with("--language=")) wish = argument.substr(argument.find('=') + 1);
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(variable); wish.empty() && value != nullptr) wish = value;
    return Language::parse(wish.substr(0, wish.find_first_of("_.@-"))).value_or(languages::english);
}

std::variant<Invocation, ExitCode> read_invocation(int argument_count, char** arguments, const Catalogue& words) {
    return Parser(words).parse(argument_count, arguments);
}

} // namespace interregio
