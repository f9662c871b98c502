#include "platform/spreadsheet/xlsx_package.h"

#include "platform/spreadsheet/refused.h"

#include <array>

#include <zip.h>

namespace interregio::spreadsheet {
namespace {

constexpr std::size_t piece_size = 64U << 10;
constexpr std::size_t most_relations = 10'000;

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// Folder of a part, with its last slash.
std::string_view folder_of(std::string_view part) {
    return part.substr(0, part.rfind('/') + 1); // npos + 1 is 0
}

/// The part that a reference means, which is relative to the folder of what refers.
std::string resolved(std::string_view from, std::string_view reference) {
    std::string path = reference.starts_with('/') ? std::string(reference.substr(1))
                                                  : std::string(folder_of(from)) + std::string(reference);
    std::vector<std::string_view> parts;
    for (std::string_view rest = path; !rest.empty();) {
        const std::size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        rest.remove_prefix(slash == rest.npos ? rest.size() : slash + 1);
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::string out;
    for (const std::string_view part : parts) out += (out.empty() ? "" : "/") + std::string(part);
    return out;
}

class RelationsListener final : public XmlListener {
  public:
    explicit RelationsListener(std::string_view from) : from_(from) {}
    std::vector<Relation> relations;

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
        const auto id = attributes.find("Id"), type = attributes.find("Type"), target = attributes.find("Target");
        if (!id || !type || !target) return;
        if (relations.size() >= most_relations) return refuse(refusal("broken"));
        relations.push_back(
            {std::string(*id), std::string(type->substr(type->rfind('/') + 1)), resolved(from_, *target)});
    }
    void end(std::string_view) override {}

    std::string_view from_;
};

} // namespace

void XlsxPackage::Close::operator()(zip* archive) const { zip_discard(archive); }

std::expected<XlsxPackage, Refusal> XlsxPackage::open(std::string_view bytes, const Limits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!archive) {
        if (source) zip_source_free(source);
        return std::unexpected(refusal("broken"));
    }
    XlsxPackage package(std::unique_ptr<zip, Close>(archive), limits);
    if (static_cast<std::size_t>(zip_get_num_entries(archive, 0)) > limits.entries)
        return std::unexpected(limit_refusal("too_many_parts", limits.entries));
    return package;
}

std::optional<Refusal> XlsxPackage::read(const std::string& part, XmlListener& listener) {
    // Names of parts are equal whatever their case (ECMA-376, part 2, 6.2.2.3).
    const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return refusal("broken");
    const std::unique_ptr<zip_file_t, CloseEntry> file(
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) return refusal("broken");
    XmlReader reader(listener);
    std::array<char, piece_size> piece;
    while (true) {
        const zip_int64_t length = zip_fread(file.get(), piece.data(), piece.size());
        if (length < 0) return refusal("broken");
        unpacked_ += static_cast<std::size_t>(length);
        if (unpacked_ > limits_->unpacked_bytes)
            return refusal("unpacked_too_large", {{"limit", megabytes(limits_->unpacked_bytes)}});
        const bool last = length == 0;
        if (auto refused = reader.read({piece.data(), static_cast<std::size_t>(length)},
                                       last ? XmlReader::Piece::last : XmlReader::Piece::more_follows))
            return refused;
        if (last) return std::nullopt;
    }
}

std::expected<std::vector<Relation>, Refusal> XlsxPackage::relations_of(std::string_view part) {
    const std::string_view folder = folder_of(part);
    const std::string where = std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    if (zip_name_locate(archive_.get(), where.c_str(), ZIP_FL_NOCASE) < 0) return std::vector<Relation>{};
    RelationsListener listener(part);
    if (auto refused = read(where, listener)) return std::unexpected(std::move(*refused));
    return std::move(listener.relations);
}

} // namespace interregio::spreadsheet
