package io.datalchemy.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.LoggerFactory;

/**
 * A run's {@code logs.ndjson}: one JSON object a line, {@code timestamp} in UTC, {@code level},
 * {@code logger}, {@code message}, and for the run's own events {@code event} and its fields.
 *
 * <p>While it is open it also takes what any library logs as a warning or worse. Neither
 * credentials nor generated values may be put into it.
 */
public final class EventLog implements AutoCloseable {
  /** The log's name within the run folder. */
  public static final String FILE_NAME = "logs.ndjson";

  private static final String EVENTS = "io.datalchemy.run.events";

  private final LoggerContext context;
  private final FileAppender<ILoggingEvent> appender;

  private EventLog(LoggerContext context, FileAppender<ILoggingEvent> appender) {
    this.context = context;
    this.appender = appender;
  }

  /** Opens the log of a run folder. */
  public static EventLog open(RunFolder run) {
    return open(run.file(FILE_NAME));
  }

  private static EventLog open(Path file) {
    LoggerContext context =
        LoggerFactory.getILoggerFactory() instanceof LoggerContext bound
            ? bound
            : new LoggerContext();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setName("run " + file);
    appender.setFile(file.toString());
    appender.setAppend(true);
    appender.setEncoder(encoder(context));
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    context.getLogger(EVENTS).setLevel(Level.INFO);
    return new EventLog(context, appender);
  }

  private static LogstashEncoder encoder(LoggerContext context) {
    LogstashFieldNames names = new LogstashFieldNames();
    names.setTimestamp("timestamp");
    names.setVersion("[ignore]");
    names.setLevelValue("[ignore]");
    names.setThread("[ignore]");
    names.setLogger("logger");
    LogstashEncoder encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setFieldNames(names);
    encoder.setTimeZone("UTC");
    encoder.start();
    return encoder;
  }

  /** Writes an event without fields. */
  public void event(String name) {
    event(name, Map.of());
  }

  /** Writes an event and its fields, in the map's order. */
  public void event(String name, Map<String, ?> fields) {
    log(Level.INFO, name, fields);
  }

  /** Writes an event that tells of a failure. */
  public void failure(String name, Map<String, ?> fields) {
    log(Level.ERROR, name, fields);
  }

  private void log(Level level, String name, Map<String, ?> fields) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("event", name);
    all.putAll(fields);
    org.slf4j.event.Level slf4jLevel =
        level == Level.ERROR ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.INFO;
    context
        .getLogger(EVENTS)
        .atLevel(slf4jLevel)
        .addArgument(StructuredArguments.entries(all))
        .log(name);
  }

  /** Closes the file; what is logged afterwards goes elsewhere. */
  @Override
  public void close() {
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
    appender.stop();
  }
}
