package dev.standfirst.desk;

import dev.standfirst.text.OneLine;
import dev.standfirst.web.BadInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * A form with a file, taken apart while it comes in: first its fields, then the file, of which never more than a piece
 * is in memory.
 *
 * @param request that it came with
 * @param fields that stand before the file
 * @param fileName as the browser calls it, without folders
 * @param file its bytes; empty where none was chosen
 */
record Upload(HttpServletRequest request, Map<String, String> fields, String fileName, Optional<InputStream> file) {

    private static final String PATH = "/imports(/[^/]*/file)?";
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 4000;
    private static final int LONGEST_NAME = 200;

    /** Whether a request brings a file, to a place where one is taken. */
    static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                && request.getRequestURI().matches(PATH);
    }

    /**
     * Reads a form up to its file.
     *
     * @throws BadInput where no page of ours made it
     */
    static Upload of(HttpServletRequest request) {
        if (!isOne(request)) {
            return new Upload(request, Map.of(), "", Optional.empty());
        }
        FileUpload parts = new FileUpload();
        parts.setHeaderEncoding(StandardCharsets.UTF_8.name());
        Map<String, String> fields = new HashMap<>();
        try {
            FileItemIterator items = parts.getItemIterator(new ServletRequestContext(request));
            while (items.hasNext()) {
                FileItemStream item = items.next();
                if (!item.isFormField()) {
                    return of(request, fields, item);
                }
                fields.put(item.getFieldName(), text(item));
                if (fields.size() > MOST_FIELDS) {
                    throw new BadInput("a form has too many fields");
                }
            }
            return new Upload(request, fields, "", Optional.empty());
        } catch (IOException | InvalidFileNameException e) {
            throw new BadInput("a form cannot be taken apart");
        }
    }

    /** The text of a field, on one line; empty where it is missing. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Reads what is left and forgets it: a browser that is still sending would not look at the answer. */
    void drain() {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Whoever sent it is gone, or sent more than was told; there is nobody to answer.
        }
    }

    private static Upload of(HttpServletRequest request, Map<String, String> fields, FileItemStream item)
            throws IOException {
        String name = item.getName() == null ? "" : item.getName().replaceFirst("^.*[/\\\\]", "");
        return name.isBlank()
                ? new Upload(request, fields, "", Optional.empty())
                : new Upload(request, fields, OneLine.of(name, LONGEST_NAME), Optional.of(item.openStream()));
    }

    private static String text(FileItemStream item) throws IOException {
        try (InputStream in = item.openStream()) {
            byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw new BadInput("a field is too long");
            }
            return new String(bytes, StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
        }
    }
}
