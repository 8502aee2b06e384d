package dev.standfirst.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Reads and writes the records of this package as JSON, strictly; other types are left to others. */
final class ApiJsonConverter extends AbstractHttpMessageConverter<Object> {

    private static final MediaType MERGE_PATCH = MediaType.valueOf("application/merge-patch+json");

    private final ApiJson json;

    ApiJsonConverter(ApiJson json) {
        super(MediaType.APPLICATION_JSON, MERGE_PATCH);
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Objects.equals(type.getPackage(), ApiJsonConverter.class.getPackage());
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
        byte[] body = input.getBody().readAllBytes();
        return type == MergePatch.class ? MergePatch.of(json, body) : json.value(json.tree(body), type);
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage output) throws IOException {
        output.getBody().write(json.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    }
}
