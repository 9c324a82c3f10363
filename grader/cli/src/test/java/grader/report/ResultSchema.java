package grader.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of results. */
public final class ResultSchema {

  private static final Path FILE = Path.of("../../docs/schema/grader-result-v1.json");

  private ResultSchema() {}

  /** What in this document is not as the schema says. */
  public static List<Error> errorsIn(String document) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FILE), InputFormat.JSON)
        .validate(document, InputFormat.JSON);
  }
}
