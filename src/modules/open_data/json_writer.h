#pragma once
// Writes what is published of a record as JSON: a visitor of publish().

#include "modules/journal/tree.h"
#include "modules/open_data/context.h"

namespace interregio::open_data {

class JsonWriter {
  public:
    explicit JsonWriter(Context& context) : context_(context) {}

    /// What every record begins with.
    void head(RecordKind kind, const Uuid& id, const std::string& key, const SlugHistory& slugs);
    void type(std::string_view chosen, std::initializer_list<std::string_view>) { add("@type", std::string(chosen)); }

    template <class T> void operator()(Term term, const T& value, Presence = Presence::optional) {
        add(term.name, write(value));
    }
    template <class T> void operator()(Term term, const std::optional<T>& value, Presence = Presence::optional) {
        if (value) add(term.name, write(*value));
    }
    template <class T> void operator()(Term term, const std::vector<T>& list, Presence = Presence::optional) {
        Tree items = Tree::array();
        for (const T& item : list) items.push_back(write(item));
        add(term.name, std::move(items));
    }
    void operator()(Term term, const LocalizedText& text, Presence = Presence::optional);

    [[nodiscard]] Tree take();

  private:
    static Tree write(const std::string& value) { return value; }
    static Tree write(std::same_as<bool> auto value) { return value; }
    static Tree write(std::int64_t value) { return value; }
    static Tree write(double value);
    static Tree write(Language value) { return std::string(value.tag()); }
    template <NamedEnum E> static Tree write(E value) { return std::string(name_of(value)); }
    static Tree write(const WebAddress& value) { return value.url; }
    [[nodiscard]] Tree write(const SitePath& value) const { return context_.absolute(value.path); }
    [[nodiscard]] Tree write(const PartialDate& date) const;
    [[nodiscard]] Tree write(const Words& words) const;
    [[nodiscard]] static Tree write(const PersonalName& name);
    template <class T> [[nodiscard]] Tree write(const Id<T>& id) { return reference(T::kind, id.uuid()); }
    template <NestedRow T> [[nodiscard]] Tree write(const T& row) {
        JsonWriter writer(context_);
        publish(writer, row);
        return writer.take();
    }
    [[nodiscard]] Tree reference(RecordKind kind, const Uuid& id);
    void add(std::string_view name, Tree value);

    Context& context_;
    Tree tree_ = Tree::object();
    Tree translations_ = Tree::object();
};

} // namespace interregio::open_data
