#pragma once
// Reading a record from a YAML (or journal) tree: a visitor of its description. Everything that is wrong is reported,
// not the first thing only; a record with problems must not be used.

#include "modules/record/field_values.h"
#include "modules/record/problem.h"

#include <algorithm>
#include <expected>
#include <functional>

namespace interregio {

/// What a reader needs to know of the world around the tree.
class ReadContext {
  public:
    virtual ~ReadContext() = default;
    /// The id of the record that a reference names by its key.
    [[nodiscard]] virtual std::optional<Uuid> resolve(RecordKind kind, std::string_view key) = 0;
    /// The content of a file named in the tree; a Refusal when it cannot be had.
    [[nodiscard]] virtual std::expected<FileContent, Refusal> file(std::string_view path, FileKind kind) = 0;
    /// Whom an image named in the tree is owed to, as the file says; nothing when it does not.
    [[nodiscard]] virtual std::optional<std::string> credit_in(std::string_view path) = 0;
    virtual void report(yaml::Mark mark, const std::string& path, Refusal refusal) = 0;
};

/// The parts of reading that do not depend on a type: where we are, what was used, what is missing.
class TreeReader {
  public:
    TreeReader(ReadContext& context, const yaml::Node& node, std::string path);

    /// Reports the members that no field asked for. Call after describe().
    void report_unknown_members();

  protected:
    /// The value of a member that is there and not null. Notes the name as known.
    const yaml::Node* member(std::string_view name);
    /// As member(); reports it when it is missing.
    const yaml::Node* required_member(std::string_view name);
    /// The text of a scalar; reports anything else.
    const std::string* scalar(std::string_view name, const yaml::Node& node);
    /// The items of a sequence within the limits; reports anything else.
    const std::vector<yaml::Node>* sequence(std::string_view name, const yaml::Node& node, const ListLimits& limits);
    void report(std::string_view name, const yaml::Node& node, Refusal refusal);
    [[nodiscard]] std::string path_of(std::string_view name) const;

    void read_text(std::string_view name, LocalizedText& text, const TextLimits& limits);
    std::optional<Uuid> read_reference(std::string_view name, const yaml::Node& node, RecordKind kind);
    std::optional<Uuid> read_uuid(std::string_view name);
    void read_slugs(SlugHistory& slugs);
    void read_visibility(std::string_view name, const yaml::Node& node, Visibility& visibility);
    void read_file(std::string_view name, FileContent& file, FileKind kind);
    void read_credit(std::string_view name, std::string& credit, const LineOrFromFile& limits);

    /// Puts a value, or reports the refusal instead.
    template <class T, class Target>
    void put(std::string_view name, const yaml::Node& node, std::expected<T, Refusal> value, Target& target) {
        if (value) {
            target = std::move(*value);
        } else {
            report(name, node, std::move(value.error()));
        }
    }

    ReadContext& context_;
    const yaml::Node& node_;
    std::string path_;
    std::vector<std::string_view> known_;

  private:
    std::string file_path_; ///< of the file read last
    void read_version(std::string_view name, const yaml::Member& member, LocalizedText& text, const TextLimits& limits);
};

/// The visitor.
class RecordReader : public TreeReader {
  public:
    using TreeReader::TreeReader;

    /// id, key, slugs and who may see it.
    template <Record T> void head(T& record) {
        if (const auto id = read_uuid("id")) record.id = Id<T>(*id);
        (*this)("key", record.key, StringLimits{.form = StringForm::key, .max_length = 100});
        read_slugs(record.slugs);
        if (const yaml::Node* node = member("visible_to")) read_visibility("visible_to", *node, record.visible_to);
    }
    /// id of a nested row.
    void head(Uuid& id) {
        if (const auto given = read_uuid("id")) id = *given;
    }

    template <class T, class... Limits> void operator()(std::string_view name, T& value, const Limits&... limits) {
        if (const yaml::Node* node = required_member(name)) read(name, *node, value, limits...);
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, std::optional<T>& value, const Limits&... limits) {
        const yaml::Node* node = member(name);
        if (node == nullptr) return;
        value.emplace();
        read(name, *node, *value, limits...);
    }
    void operator()(std::string_view name, LocalizedText& text, const TextLimits& limits) {
        read_text(name, text, limits);
    }
    void operator()(std::string_view name, FileContent& file, FileKind kind) { read_file(name, file, kind); }
    void operator()(std::string_view name, std::string& value, const LineOrFromFile& limits) {
        read_credit(name, value, limits);
    }
    template <class T> void operator()(std::string_view name, std::vector<T>& list, const ListLimits& limits = {}) {
        const yaml::Node* node = limits.least > 0 ? required_member(name) : member(name);
        if (node == nullptr) return;
        const auto* items = sequence(name, *node, limits);
        if (items == nullptr) return;
        list.reserve(items->size());
        for (std::size_t i = 0; i < items->size(); ++i)
            read_item(std::string(name) + "[" + std::to_string(i) + "]", (*items)[i], list);
    }

  private:
    void read(std::string_view name, const yaml::Node& node, std::string& value, const StringLimits& limits) {
        if (const auto* text = scalar(name, node)) put(name, node, read_string(*text, limits), value);
    }
    void read(std::string_view name, const yaml::Node& node, double& value, const NumberLimits& limits) {
        if (const auto* text = scalar(name, node)) put(name, node, read_real(*text, limits), value);
    }
    void read(std::string_view name, const yaml::Node& node, std::int64_t& value, const NumberLimits& limits) {
        if (const auto* text = scalar(name, node)) put(name, node, read_integer(*text, limits), value);
    }
    void read(std::string_view name, const yaml::Node& node, PartialDate& value) {
        if (const auto* text = scalar(name, node)) put(name, node, PartialDate::parse(*text), value);
    }
    void read(std::string_view name, const yaml::Node& node, Language& value) {
        const auto* text = scalar(name, node);
        if (text == nullptr) return;
        if (const auto language = Language::parse(*text)) {
            value = *language;
        } else {
            report(name, node, {"refusal.value.language", {{"found", *text}}});
        }
    }
    template <NamedEnum E> void read(std::string_view name, const yaml::Node& node, E& value) {
        static constexpr auto names = enum_names(E{});
        const auto* text = scalar(name, node);
        if (text == nullptr) return;
        const auto index = read_choice(*text, names);
        if (index) {
            value = static_cast<E>(*index);
        } else {
            report(name, node, index.error());
        }
    }
    template <class T> void read(std::string_view name, const yaml::Node& node, Id<T>& value) {
        if (const auto id = read_reference(name, node, T::kind)) value = Id<T>(*id);
    }

    template <class T> void read_item(const std::string& name, const yaml::Node& node, std::vector<Id<T>>& list) {
        const auto id = read_reference(name, node, T::kind);
        if (!id) return;
        if (std::ranges::find(list, Id<T>(*id)) != list.end()) {
            report(name, node, {"refusal.list.twice", {{"found", node.scalar}}});
        } else {
            list.emplace_back(*id);
        }
    }
    void read_item(const std::string& name, const yaml::Node& node, std::vector<Language>& list) {
        read(name, node, list.emplace_back());
    }
    template <NestedRow T> void read_item(const std::string& name, const yaml::Node& node, std::vector<T>& list) {
        RecordReader reader(context_, node, path_of(name));
        T& row = list.emplace_back();
        reader.head(row.id);
        describe(reader, row);
        reader.report_unknown_members();
    }
};

/// Reads one record: head and fields. `path` names it in messages: "activities[3]".
template <Record T> T read_record(ReadContext& context, const yaml::Node& node, std::string path) {
    RecordReader reader(context, node, std::move(path));
    T record;
    reader.head(record);
    describe(reader, record);
    reader.report_unknown_members();
    return record;
}

} // namespace interregio
