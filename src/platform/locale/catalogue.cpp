#include "platform/locale/catalogue.h"

#include "base/embedded_file.h"
#include "platform/locale/icu_words.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <limits>
#include <locale>
#include <stdexcept>

namespace interregio {
namespace {

constexpr std::string_view suffix = ".mo";
using Messages = boost::locale::message_format<char>;

const EmbeddedFile* catalogue_file(std::string_view tag) {
    for (const auto& file : embedded::catalogues::files())
        if (file.name.ends_with(suffix) && file.name.substr(0, file.name.size() - suffix.size()) == tag) return &file;
    return nullptr;
}

/// A locale that owns the messages of one catalogue.
std::locale load(std::string_view tag) {
    const EmbeddedFile* file = catalogue_file(tag);
    if (file == nullptr) throw std::runtime_error("there is no catalogue for " + std::string(tag));
    boost::locale::gnu_gettext::messages_info info;
    info.language = std::string(tag);
    info.encoding = "UTF-8";
    info.domains.emplace_back("interregio");
    info.paths.emplace_back("locales"); // a name for the callback below; nothing is read from there
    info.callback = [file](const std::string&, const std::string&) {
        return std::vector<char>(file->contents.begin(), file->contents.end());
    };
    return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

/// One pass over the pattern; a placeholder without a value stays as it is.
std::string filled(std::string_view pattern, const Catalogue::Arguments& arguments) {
    std::string out;
    out.reserve(pattern.size() + 32);
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find('}', open);
        if (close == std::string_view::npos) {
            out += pattern.substr(open);
            break;
        }
        const auto name = pattern.substr(open + 1, close - open - 1);
        const auto argument =
            std::ranges::find_if(arguments, [&](const auto& candidate) { return candidate.first == name; });
        out +=
            argument != arguments.end() ? std::string_view(argument->second) : pattern.substr(open, close - open + 1);
        pattern.remove_prefix(close + 1);
    }
    return out;
}

} // namespace

struct Catalogue::Data {
    explicit Data(Language language)
        : locale(load(language.tag())), messages(&std::use_facet<Messages>(locale)), icu(language) {}

    std::locale locale;
    const Messages* messages; ///< in `locale`
    IcuWords icu;
};

/// All catalogues of the program, made once.
struct Catalogues {
    std::vector<Language> languages;
    std::vector<Catalogue> catalogues;

    Catalogues() {
        for (const auto& file : embedded::catalogues::files()) {
            if (!file.name.ends_with(suffix)) continue;
            if (const auto language = Language::parse(file.name.substr(0, file.name.size() - suffix.size())))
                languages.push_back(*language);
        }
        std::ranges::sort(languages);
        for (const Language language : languages) catalogues.push_back(Catalogue(language));
    }
    static const Catalogues& all() {
        static const Catalogues all;
        return all;
    }
};

Catalogue::Catalogue(Language language) : language_(language), data_(std::make_shared<const Data>(language)) {}

const Catalogue* Catalogue::find(Language language) {
    for (const auto& catalogue : Catalogues::all().catalogues)
        if (catalogue.language() == language) return &catalogue;
    return nullptr;
}

const Catalogue& Catalogue::nearest(Language language) {
    if (const auto* found = find(language)) return *found;
    if (const auto* english = find(languages::english)) return *english;
    throw std::runtime_error("the program was built without its catalogues");
}

const std::vector<Language>& Catalogue::spoken() { return Catalogues::all().languages; }

std::string Catalogue::text(std::string_view key, const Arguments& arguments) const {
    const std::string id(key);
    const char* message = data_->messages->get(0, nullptr, id.c_str());
    return filled(message == nullptr ? std::string_view(id) : message, arguments);
}

std::string Catalogue::count(std::string_view key, std::int64_t count, const Arguments& arguments) const {
    const std::string id(key);
    const auto size = static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
    const char* message = data_->messages->get(0, nullptr, id.c_str(), size);
    Arguments all = arguments;
    all.emplace_back("count", number(static_cast<double>(count)));
    return filled(message == nullptr ? std::string_view(id) : message, all);
}

bool Catalogue::holds(std::string_view key) const {
    const std::string id(key);
    return data_->messages->get(0, nullptr, id.c_str()) != nullptr;
}

std::string Catalogue::number(double value) const { return data_->icu.number(value); }
std::string Catalogue::file_size(std::int64_t bytes) const { return data_->icu.file_size(bytes); }
std::string Catalogue::language_name(Language language) const { return data_->icu.language_name(language); }
std::string Catalogue::country_name(std::string_view code) const { return data_->icu.country_name(code); }
const std::vector<std::string>& Catalogue::countries() {
    static const std::vector<std::string> codes = IcuWords::country_codes();
    return codes;
}

bool Catalogue::sorts_before(std::string_view a, std::string_view b) const { return data_->icu.sorts_before(a, b); }
std::string Catalogue::sort_key(std::string_view text) const { return data_->icu.sort_key(text); }

} // namespace interregio
