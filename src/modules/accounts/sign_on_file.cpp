#include "modules/accounts/sign_on_file.h"

#include "base/utf8.h"
#include "modules/record/record_reader.h"
#include "platform/secrets/key_file.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace interregio::accounts {
namespace {

constexpr std::size_t most_providers = 20;
constexpr std::size_t longest_secret = 1000;
constexpr std::size_t largest_file = std::size_t{256} * 1024;

/// Claims that belong to a person today and to another one tomorrow (OpenID Connect Core 1.0, 5.7).
constexpr std::array passing_claims{"email", "preferred_username", "upn",         "unique_name",
                                    "name",  "nickname",           "phone_number"};

enum class Allowed { refused, allowed };
constexpr auto enum_names(Allowed) { return std::array<std::string_view, 2>{"refused", "allowed"}; }

/// Collects what is wrong.
class FileContext final : public ReadContext {
  public:
    FileContext(std::string file, std::filesystem::path folder, const FindOrganisation& organisation)
        : file_(std::move(file)), folder_(std::move(folder)), organisation_(organisation) {}

    std::optional<Uuid> resolve(RecordKind, std::string_view key) override {
        const auto id = organisation_(key);
        return id ? std::optional(id->uuid()) : std::nullopt;
    }
    std::expected<FileContent, Refusal> file(std::string_view, FileKind) override { return FileContent{}; }
    std::optional<std::string> credit_in(std::string_view) override { return std::nullopt; }
    void report(yaml::Mark mark, const std::string& path, Refusal refusal) override {
        problems.push_back({file_, mark, path, std::move(refusal)});
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    std::vector<Problem> problems;

  private:
    std::string file_;
    std::filesystem::path folder_;
    const FindOrganisation& organisation_;
};

/// One level of the file.
class SignOnReader : public TreeReader {
  public:
    SignOnReader(FileContext& context, const yaml::Node& node, std::string path)
        : TreeReader(context, node, std::move(path)), file_context_(context) {}
    [[nodiscard]] SignOnReader below(std::string_view name, const yaml::Node& node) const {
        return {file_context_, node, path_of(name)};
    }
    using TreeReader::member;
    using TreeReader::report;
    using TreeReader::report_unknown_members;
    using TreeReader::required_member;
    using TreeReader::sequence;

    /// A line; nothing where it is missing or wrong, which has been reported then.
    std::optional<std::string> line(std::string_view name, StringForm form = StringForm::line) {
        const yaml::Node* node = required_member(name);
        return node == nullptr ? std::nullopt : line_of(name, *node, form);
    }
    std::optional<std::string> line_of(std::string_view name, const yaml::Node& node,
                                       StringForm form = StringForm::line) {
        constexpr std::size_t longest = 500;
        const auto* text = scalar(name, node);
        if (text == nullptr) return std::nullopt;
        auto read = read_string(*text, StringLimits{.form = form, .max_length = longest});
        if (read) return std::move(*read);
        report(name, node, std::move(read.error()));
        return std::nullopt;
    }
    std::vector<std::string> lines(std::string_view name, std::vector<std::string> otherwise = {}) {
        constexpr ListLimits limits{.least = 0, .most = 100};
        const yaml::Node* node = member(name);
        const auto* items = node == nullptr ? nullptr : sequence(name, *node, limits);
        if (items == nullptr) return otherwise;
        std::vector<std::string> list;
        for (const yaml::Node& item : *items)
            if (auto value = line_of(name, item)) list.push_back(std::move(*value));
        return list;
    }
    template <NamedEnum E> E choice(std::string_view name, E otherwise) {
        const yaml::Node* node = member(name);
        return node == nullptr ? otherwise : choice_of(name, *node, otherwise);
    }
    template <NamedEnum E> E choice_of(std::string_view name, const yaml::Node& node, E otherwise) {
        static constexpr auto names = enum_names(E{});
        const auto* text = scalar(name, node);
        if (text == nullptr) return otherwise;
        const auto index = read_choice(*text, names);
        if (index) return static_cast<E>(*index);
        report(name, node, index.error());
        return otherwise;
    }
    std::optional<Id<Organisation>> organisation(std::string_view name) {
        const yaml::Node* node = required_member(name);
        const auto id = node == nullptr ? std::nullopt : read_reference(name, *node, RecordKind::organisation);
        return id ? std::optional(Id<Organisation>(*id)) : std::nullopt;
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return file_context_.folder(); }

  private:
    FileContext& file_context_;
};

Refusal about(std::string_view what, Refusal::Arguments arguments = {}) {
    return {"refusal.sign_on_file." + std::string(what), std::move(arguments)};
}

/// One name for all languages, or one for each.
void read_names(SignOnReader& reader, SignOnProvider& provider) {
    const yaml::Node* node = reader.required_member("name");
    if (node == nullptr) return;
    if (node->kind != yaml::NodeKind::mapping) {
        if (auto name = reader.line_of("name", *node)) provider.names[Language()] = std::move(*name);
        return;
    }
    SignOnReader names = reader.below("name", *node);
    for (const yaml::Member& member : node->members) {
        const auto language = Language::parse(member.name);
        if (!language) {
            names.report(member.name, member.value, {"refusal.value.language", {{"found", quotable(member.name)}}});
        } else if (auto name = names.line_of(member.name, member.value)) {
            // The first stands for those that have none of their own.
            provider.names.try_emplace(Language(), *name);
            provider.names[*language] = std::move(*name);
        }
    }
    if (node->members.empty()) reader.report("name", *node, {"refusal.value.empty", {}});
}

void read_issuer(SignOnReader& reader, SignOnProvider& provider) {
    const bool plain = reader.choice("http_on_loopback", Allowed::refused) == Allowed::allowed;
    if (plain) provider.transport = fetch::Transport::http_on_loopback_too;
    const yaml::Node* node = reader.required_member("issuer");
    const auto issuer = node == nullptr ? std::nullopt : reader.line_of("issuer", *node);
    if (!issuer) return;
    provider.issuer = *issuer;
    // Discovery 1.0, 3: no query and no fragment.
    if (!fetch::is_fetchable(*issuer, provider.transport) || issuer->contains('?'))
        reader.report("issuer", *node, about("issuer", {{"found", quotable(*issuer)}}));
}

void read_secret(SignOnReader& reader, SignOnProvider& provider) {
    const yaml::Node* there = reader.required_member("client_secret_file");
    const auto name = there == nullptr ? std::nullopt : reader.line_of("client_secret_file", *there);
    if (!name) return;
    const auto path = reader.folder() / *name;
    const yaml::Node& node = *there;
    const auto contents = secrets::read_private_file(path, longest_secret);
    if (!contents) {
        const std::string& key = contents.error().key;
        const std::string_view what = key == "refusal.key_file.none"             ? "no_secret"
                                      : key == "refusal.key_file.open_to_others" ? "open_secret"
                                                                                 : "unreadable_secret";
        return reader.report("client_secret_file", node, about(what, {{"file", quotable(path.string(), 300)}}));
    }
    auto text = contents->text();
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    const bool visible = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
    if (text.empty() || contents->size() > longest_secret || !visible)
        return reader.report("client_secret_file", node, about("secret", {{"file", quotable(path.string(), 300)}}));
    provider.client_secret = secrets::SecretBytes::copy_of(text);
}

void read_account_claim(SignOnReader& reader, SignOnProvider& provider) {
    const yaml::Node* node = reader.member("account_claim");
    auto claim = node == nullptr ? std::nullopt : reader.line_of("account_claim", *node);
    if (!claim) return;
    if (std::ranges::find(passing_claims, *claim) != passing_claims.end())
        reader.report("account_claim", *node, about("account_claim", {{"found", *claim}}));
    provider.account_claim = std::move(*claim);
}

void read_second_factor(SignOnReader& reader, SignOnProvider& provider) {
    const yaml::Node* node = reader.member("second_factor");
    if (node == nullptr) return;
    SignOnReader inner = reader.below("second_factor", *node);
    provider.second_factor_acr = inner.lines("acr");
    provider.second_factor_amr = inner.lines("amr");
    inner.report_unknown_members();
}

void read_roles(SignOnReader& reader, SignOnProvider& provider) {
    const yaml::Node* node = reader.member("roles");
    if (node == nullptr) return;
    SignOnReader inner = reader.below("roles", *node);
    if (auto claim = inner.line("claim")) provider.role_claim = std::move(*claim);
    const bool administrators = inner.choice("administrator", Allowed::refused) == Allowed::allowed;
    constexpr ListLimits limits{.least = 1, .most = 100};
    const yaml::Node* list = inner.required_member("values");
    const auto* items = list == nullptr ? nullptr : inner.sequence("values", *list, limits);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        SignOnReader entry = inner.below("values[" + std::to_string(i) + "]", (*items)[i]);
        const auto value = entry.line("value");
        const yaml::Node* role_node = entry.required_member("role");
        const Role role = role_node == nullptr ? Role::reader : entry.choice_of("role", *role_node, Role::reader);
        if (role == Role::administrator && !administrators) entry.report("role", *role_node, about("administrator"));
        entry.report_unknown_members();
        if (value) provider.roles.emplace_back(*value, role);
    }
    inner.report_unknown_members();
}

SignOnProvider read_provider(SignOnReader& reader) {
    SignOnProvider provider;
    if (auto key = reader.line("key", StringForm::key)) provider.key = std::move(*key);
    read_names(reader, provider);
    read_issuer(reader, provider);
    if (auto client = reader.line("client_id")) provider.client_id = std::move(*client);
    read_secret(reader, provider);
    if (const auto organisation = reader.organisation("organisation")) provider.organisation = *organisation;
    provider.scopes = reader.lines("scopes", provider.scopes);
    read_account_claim(reader, provider);
    provider.email = reader.choice("email_addresses", EmailProof::verified);
    read_second_factor(reader, provider);
    read_roles(reader, provider);
    reader.report_unknown_members();
    return provider;
}

} // namespace

std::string SignOnProvider::name(Language language) const {
    const auto own = names.find(language);
    const auto found = own != names.end() ? own : names.find(Language());
    return found == names.end() ? key : found->second;
}

std::expected<std::vector<SignOnProvider>, std::vector<Problem>>
read_sign_on_text(std::string_view text, const std::string& file, const std::filesystem::path& folder,
                  const FindOrganisation& organisation) {
    FileContext context(file, folder, organisation);
    const auto root = yaml::parse(text);
    if (!root) return std::unexpected(std::vector<Problem>{{file, root.error().mark, {}, root.error().refusal}});
    SignOnReader reader(context, *root, {});
    std::vector<SignOnProvider> providers;
    const yaml::Node* list = reader.required_member("providers");
    const auto* items =
        list == nullptr ? nullptr : reader.sequence("providers", *list, {.least = 1, .most = most_providers});
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        SignOnReader inner = reader.below("providers[" + std::to_string(i) + "]", (*items)[i]);
        SignOnProvider provider = read_provider(inner);
        // By the issuer an answer is known to be of the one that was asked (RFC 9207).
        for (const SignOnProvider& other : providers) {
            if (other.key == provider.key) inner.report("key", (*items)[i], about("twice", {{"found", other.key}}));
            if (other.issuer == provider.issuer)
                inner.report("issuer", (*items)[i], about("twice", {{"found", quotable(other.issuer)}}));
        }
        providers.push_back(std::move(provider));
    }
    reader.report_unknown_members();
    if (!context.problems.empty()) return std::unexpected(std::move(context.problems));
    return providers;
}

std::expected<std::vector<SignOnProvider>, std::vector<Problem>>
read_sign_on_file(const std::filesystem::path& file, const FindOrganisation& organisation) {
    std::ifstream stream(file, std::ios::binary);
    std::string text;
    if (stream) text.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    if (!stream || text.size() > largest_file)
        return std::unexpected(std::vector<Problem>{{file.string(), {}, {}, about("unreadable")}});
    return read_sign_on_text(text, file.string(), file.parent_path(), organisation);
}

} // namespace interregio::accounts
