#include "platform/media/credit.h"

#include "base/utf8.h"
#include "platform/media/file_format.h"
#include "platform/media/vips_picture.h"

#include <cstdint>
#include <mutex>
#include <string_view>

#include <exiv2/exiv2.hpp>

namespace interregio {
namespace {

/// IPTC text is UTF-8 where it says so and often where it does not; what is not UTF-8 is taken for ISO 8859-1.
std::string as_utf8(const std::string& text) {
    if (valid_utf8(text)) return text;
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0U | byte >> 6U);
            out += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return out;
}

/// One line: control characters become spaces, runs of spaces one, none at the ends.
std::string one_line(const std::string& text) {
    std::string out;
    const std::string utf8 = to_nfc(as_utf8(text));
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        auto c = static_cast<unsigned char>(utf8[i]);
        // U+0080 to U+009F are 0xC2 0x80 to 0xC2 0x9F.
        const bool second_control = c == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
        if (second_control) ++i;
        if (c < 0x20 || c == 0x7F || second_control) c = ' ';
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += static_cast<char>(c);
    }
    while (out.ends_with(' ')) out.pop_back();
    return std::string(beginning_of(out, longest_credit));
}

/// The values of an XMP property, by language or in a list: the one without a language or in the default one first.
std::string xmp(const Exiv2::XmpData& data, const char* name) {
    const auto found = data.findKey(Exiv2::XmpKey(name));
    if (found == data.end()) return {};
    if (found->typeId() == Exiv2::langAlt) {
        const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&found->value());
        if (languages == nullptr || languages->value_.empty()) return {};
        const auto usual = languages->value_.find("x-default");
        return one_line(usual == languages->value_.end() ? languages->value_.begin()->second : usual->second);
    }
    if (found->typeId() == Exiv2::xmpText) return one_line(found->toString());
    std::string joined;
    for (long i = 0; i < static_cast<long>(found->count()); ++i) {
        const std::string value = one_line(found->toString(i));
        if (!value.empty()) joined += (joined.empty() ? "" : ", ") + value;
    }
    return joined;
}

/// The values of an IPTC data set, which may come several times.
std::string iptc(const Exiv2::IptcData& data, const char* name) {
    const Exiv2::IptcKey key(name);
    std::string joined;
    for (const auto& datum : data)
        if (datum.tag() == key.tag() && datum.record() == key.record()) {
            const std::string value = one_line(datum.toString());
            if (!value.empty()) joined += (joined.empty() ? "" : ", ") + value;
        }
    return joined;
}

std::string credit_of(const Exiv2::XmpData& xmp_data, const Exiv2::IptcData& iptc_data) {
    const auto either = [&](const char* xmp_name, const char* iptc_name) {
        std::string words = xmp(xmp_data, xmp_name);
        return words.empty() ? iptc(iptc_data, iptc_name) : words;
    };
    std::string credit = either("Xmp.photoshop.Credit", "Iptc.Application2.Credit");
    if (!credit.empty()) return credit;
    std::string creator = either("Xmp.dc.creator", "Iptc.Application2.Byline");
    std::string notice = either("Xmp.dc.rights", "Iptc.Application2.Copyright");
    if (creator.empty() || notice.contains(creator)) return notice;
    return notice.empty() ? creator : creator + " / " + notice;
}

/// What the decoder of the format has found in its container; nothing where it is absent or larger than anybody needs.
/// Exiv2 is given these packets only: its own reading of containers can take minutes over a few hundred bytes.
std::string_view packet(VipsImage* picture, const char* name) {
    constexpr std::size_t largest = 1'000'000;
    const void* data = nullptr;
    std::size_t size = 0;
    if (vips_image_get_typeof(picture, name) == 0 || vips_image_get_blob(picture, name, &data, &size) != 0) return {};
    return size > largest ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

constexpr int most_items = 16; ///< of an AVIF that are asked for XMP

Exiv2::XmpData xmp_of(VipsImage* picture) {
    Exiv2::XmpData data;
    std::string_view text = packet(picture, VIPS_META_XMP_NAME);
    // libvips 8.14 knows XMP in an AVIF as an item with a media type only, by its number among all items.
    for (int item = 0; text.empty() && item < most_items; ++item) {
        text = packet(picture, ("heif-mime-" + std::to_string(item)).c_str());
        if (!text.contains("adobe:ns:meta")) text = {};
    }
    if (!text.empty() && Exiv2::XmpParser::decode(data, std::string(text)) != 0) data.clear();
    return data;
}

/// The IPTC record lies among the image resources of Photoshop, as number 0x0404 (Adobe Photoshop File Formats
/// Specification, "Image Resource IDs"); in a JPEG they come with a name before them.
Exiv2::IptcData iptc_of(VipsImage* picture) {
    Exiv2::IptcData data;
    std::string_view resources = packet(picture, VIPS_META_IPTC_NAME);
    constexpr std::string_view name("Photoshop 3.0\0", 14);
    if (resources.starts_with(name)) resources.remove_prefix(name.size());
    const auto* bytes = reinterpret_cast<const Exiv2::byte*>(resources.data());
    const Exiv2::byte* record = nullptr;
    std::uint32_t head = 0;
    std::uint32_t size = 0;
    if (Exiv2::Photoshop::locateIptcIrb(bytes, static_cast<long>(resources.size()), &record, &head, &size) == 0 &&
        Exiv2::IptcParser::decode(data, record + head, size) != 0)
        data.clear();
    return data;
}

} // namespace

std::optional<std::string> credit_in(std::span<const std::byte> image) {
    const FileFormat format = file_format(image);
    if (format == FileFormat::unknown) return std::nullopt;
    const VipsPicture picture = open_picture(image, format);
    if (!picture) {
        vips_error_clear();
        return std::nullopt;
    }
    static std::mutex one_at_a_time; // the XMP toolkit in Exiv2 shares state
    const std::scoped_lock lock(one_at_a_time);
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    try {
        const std::string credit = one_line(credit_of(xmp_of(picture.get()), iptc_of(picture.get())));
        return credit.empty() ? std::nullopt : std::optional(credit);
    } catch (const std::exception&) { // Exiv2::Error among them: damaged
        return std::nullopt;
    }
}

} // namespace interregio
