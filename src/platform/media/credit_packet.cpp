#include "platform/media/credit_packet.h"

#include "base/assert.h"

#include <cstdint>

namespace interregio {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// The lowest `count` bytes of a number, the lowest first, as RIFF has them.
std::string little_endian(std::uint32_t number, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += static_cast<char>(number >> (8 * i) & 0xFFU);
    return out;
}

std::string chunk(std::string_view name, std::string_view contents) {
    std::string out(name);
    out += little_endian(static_cast<std::uint32_t>(contents.size()), 4);
    out += contents;
    if (contents.size() % 2 != 0) out += '\0';
    return out;
}

} // namespace

std::string credit_packet(std::string_view credit) {
    const std::string words = escaped(credit);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><photoshop:Credit>" +
           words + "</photoshop:Credit><dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">" + words +
           "</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
}

std::string jpeg_with_packet(std::string_view jpeg, std::string_view packet) {
    constexpr std::string_view name("http://ns.adobe.com/xap/1.0/\0", 29);
    const std::size_t length = 2 + name.size() + packet.size();
    INTERREGIO_ASSERT(jpeg.starts_with("\xFF\xD8") && length < 65'000, "no JPEG, or too much to say in it");
    std::size_t at = 2;
    if (jpeg.substr(at, 2) == "\xFF\xE0") // JFIF wants its own segment to be the first
        at += 2 +
              static_cast<std::size_t>(static_cast<unsigned char>(jpeg[4]) << 8U | static_cast<unsigned char>(jpeg[5]));
    std::string out(jpeg.substr(0, at));
    out += "\xFF\xE1";
    out += static_cast<char>(length >> 8U);
    out += static_cast<char>(length & 0xFFU);
    out.append(name).append(packet).append(jpeg.substr(at));
    return out;
}

std::string webp_with_packet(std::string_view webp, std::string_view packet, int width, int height) {
    constexpr std::size_t head = 12;
    INTERREGIO_ASSERT(webp.starts_with("RIFF") && webp.substr(8, 4) == "WEBP", "no WebP");
    char flags = 0x04; // XMP
    std::string pixels;
    for (std::size_t at = head; at + 8 <= webp.size();) {
        const std::string_view name = webp.substr(at, 4);
        std::size_t size = 0;
        for (std::size_t i = 0; i < 4; ++i)
            size |= std::size_t{static_cast<unsigned char>(webp[at + 4 + i])} << (8 * i);
        if (name == "ALPH") flags |= 0x10;
        // Nothing else: libvips 8.14 leaves EXIF and colour profile there, asked to strip them or not.
        if (name == "ALPH" || name == "VP8 ") pixels += chunk(name, webp.substr(at + 8, size));
        at += 8 + size + size % 2;
    }
    INTERREGIO_ASSERT(!pixels.empty(), "no lossy WebP");
    std::string frame{flags, 0, 0, 0};
    frame += little_endian(static_cast<std::uint32_t>(width - 1), 3);
    frame += little_endian(static_cast<std::uint32_t>(height - 1), 3);
    const std::string body = "WEBP" + chunk("VP8X", frame) + pixels + chunk("XMP ", packet);
    return "RIFF" + little_endian(static_cast<std::uint32_t>(body.size()), 4) + body;
}

} // namespace interregio
