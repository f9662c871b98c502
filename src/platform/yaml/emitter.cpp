#include "platform/yaml/emitter.h"

#include "base/plain_decimal.h"
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <yaml.h>

namespace interregio::yaml {
namespace {

class Emitter {
  public:
    Emitter() {
        yaml_emitter_initialize(&emitter_);
        yaml_emitter_set_output(&emitter_, append, &text_);
        yaml_emitter_set_unicode(&emitter_, 1);
        yaml_emitter_set_width(&emitter_, -1); // lines are broken where the author broke them
        yaml_emitter_set_indent(&emitter_, 2);
    }
    Emitter(const Emitter&) = delete;
    Emitter& operator=(const Emitter&) = delete;
    ~Emitter() { yaml_emitter_delete(&emitter_); }

    std::string document(const nlohmann::ordered_json& value) {
        yaml_event_t event;
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
        put(event);
        yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
        put(event);
        write(value);
        yaml_document_end_event_initialize(&event, 1);
        put(event);
        yaml_stream_end_event_initialize(&event);
        put(event);
        return std::move(text_);
    }

  private:
    static int append(void* text, unsigned char* buffer, std::size_t size) {
        static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(buffer), size);
        return 1;
    }

    void put(yaml_event_t& event) {
        if (yaml_emitter_emit(&emitter_, &event) == 0)
            throw std::runtime_error(std::string("cannot write YAML: ") + emitter_.problem);
    }

    void scalar(const std::string& value, yaml_scalar_style_t style) {
        yaml_event_t event;
        yaml_scalar_event_initialize(&event, nullptr, nullptr, reinterpret_cast<const unsigned char*>(value.data()),
                                     static_cast<int>(value.size()), 1, 1, style);
        put(event);
    }

    void string(const std::string& value) {
        const bool looks_null = value.empty() || value == "~" || value == "null";
        const bool looks_typed =
            !value.empty() && (value[0] == '+' || value[0] == '-' || (value[0] >= '0' && value[0] <= '9'));
        if (value.find('\n') != std::string::npos) {
            scalar(value, YAML_LITERAL_SCALAR_STYLE);
        } else if (looks_null || looks_typed || value == "true" || value == "false" || value == "yes" ||
                   value == "no") {
            scalar(value, YAML_DOUBLE_QUOTED_SCALAR_STYLE); // for other readers of YAML
        } else {
            scalar(value, YAML_ANY_SCALAR_STYLE);
        }
    }

    void write(const nlohmann::ordered_json& value) {
        yaml_event_t event;
        if (value.is_object()) {
            yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
            put(event);
            for (const auto& [name, member] : value.items()) {
                string(name);
                write(member);
            }
            yaml_mapping_end_event_initialize(&event);
            put(event);
        } else if (value.is_array()) {
            bool scalars_only = !value.empty();
            for (const auto& item : value) scalars_only = scalars_only && item.is_primitive();
            yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1,
                                                 scalars_only && value.size() <= 6 ? YAML_FLOW_SEQUENCE_STYLE
                                                                                   : YAML_BLOCK_SEQUENCE_STYLE);
            put(event);
            for (const auto& item : value) write(item);
            yaml_sequence_end_event_initialize(&event);
            put(event);
        } else if (value.is_string()) {
            string(value.get_ref<const std::string&>());
        } else {
            scalar(value.is_number_float() ? plain_decimal(value.template get<double>()) : value.dump(),
                   YAML_PLAIN_SCALAR_STYLE);
        }
    }

    yaml_emitter_t emitter_{};
    std::string text_;
};

} // namespace

std::string emit(const nlohmann::ordered_json& value) { return Emitter().document(value); }

} // namespace interregio::yaml
