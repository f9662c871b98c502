#include "platform/media/avif_writer.h"

#include <cstring>
#include <stdexcept>

#include <libheif/heif.h>

namespace interregio {
namespace {

void check(const heif_error& error) {
    if (error.code != heif_error_Ok) throw std::runtime_error(std::string("AVIF encoder: ") + error.message);
}

template <auto Function> struct Free {
    template <class T> void operator()(T* pointer) const { Function(pointer); }
};
using Context = std::unique_ptr<heif_context, Free<heif_context_free>>;
using Encoder = std::unique_ptr<heif_encoder, Free<heif_encoder_release>>;
using Pixels = std::unique_ptr<heif_image, Free<heif_image_release>>;
using Handle = std::unique_ptr<heif_image_handle, Free<heif_image_handle_release>>;
using Profile = std::unique_ptr<heif_color_profile_nclx, Free<heif_nclx_color_profile_free>>;
using Options = std::unique_ptr<heif_encoding_options, Free<heif_encoding_options_free>>;

/// Says in the file that the colours are sRGB (ITU-T H.273), which readers would otherwise guess.
Profile srgb() {
    Profile profile(heif_nclx_color_profile_alloc());
    check(heif_nclx_color_profile_set_color_primaries(profile.get(), heif_color_primaries_ITU_R_BT_709_5));
    check(heif_nclx_color_profile_set_transfer_characteristics(profile.get(),
                                                               heif_transfer_characteristic_IEC_61966_2_1));
    check(heif_nclx_color_profile_set_matrix_coefficients(profile.get(), heif_matrix_coefficients_ITU_R_BT_601_6));
    profile->full_range_flag = 1;
    return profile;
}

Pixels pixels_of(VipsImage* picture) {
    const int width = vips_image_get_width(picture);
    const int height = vips_image_get_height(picture);
    const int bands = vips_image_get_bands(picture);
    heif_image* image = nullptr;
    check(heif_image_create(width, height, heif_colorspace_RGB,
                            bands == 4 ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &image));
    Pixels pixels(image);
    check(heif_image_add_plane(image, heif_channel_interleaved, width, height, 8));
    int stride = 0;
    std::uint8_t* const plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    if (vips_image_wio_input(picture) != 0) throw std::runtime_error("AVIF encoder: no pixels");
    for (int y = 0; y < height; ++y)
        std::memcpy(plane + static_cast<std::ptrdiff_t>(y) * stride, VIPS_IMAGE_ADDR(picture, 0, y),
                    static_cast<std::size_t>(width) * static_cast<std::size_t>(bands));
    return pixels;
}

Encoder encoder_for(heif_context* context, const AvifSettings& settings) {
    heif_encoder* made = nullptr;
    check(heif_context_get_encoder_for_format(context, heif_compression_AV1, &made));
    Encoder encoder(made);
    check(heif_encoder_set_lossy_quality(made, settings.quality));
    check(heif_encoder_set_parameter_integer(made, "speed", settings.speed));
    check(heif_encoder_set_parameter_integer(made, "threads", settings.threads));
    check(heif_encoder_set_parameter_string(made, "chroma", "420"));
    return encoder;
}

} // namespace

std::string write_avif(VipsImage* picture, std::string_view xmp_packet, const AvifSettings& settings) {
    const Context context(heif_context_alloc());
    const Encoder encoder = encoder_for(context.get(), settings);
    const Pixels pixels = pixels_of(picture);
    const Profile profile = srgb();
    check(heif_image_set_nclx_color_profile(pixels.get(), profile.get()));
    const Options options(heif_encoding_options_alloc());
    options->output_nclx_profile = profile.get();
    heif_image_handle* made = nullptr;
    check(heif_context_encode_image(context.get(), pixels.get(), encoder.get(), options.get(), &made));
    const Handle handle(made);
    check(heif_context_add_XMP_metadata(context.get(), made, xmp_packet.data(), static_cast<int>(xmp_packet.size())));
    std::string out;
    heif_writer writer{1, [](heif_context*, const void* data, std::size_t size, void* target) {
                           static_cast<std::string*>(target)->append(static_cast<const char*>(data), size);
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                       }};
    check(heif_context_write(context.get(), &writer, &out));
    return out;
}

} // namespace interregio
