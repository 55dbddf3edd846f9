package dev.eventfold.es.processor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Which classes of the JDK come back when they are a part of what is stored; the codec writes the others all the same. A test beside the codec
 * keeps the list in step with it.
 */
final class PlatformParts {
    private static final Set<String> READABLE = Stream.of(
                    in("java.lang", "Boolean Byte Short Integer Long Float Double Character String Object Number"),
                    in("java.lang", "CharSequence StringBuilder StringBuffer Class Iterable"),
                    in("java.io", "File Serializable"),
                    in("java.math", "BigInteger BigDecimal"),
                    in("java.net", "URI URL"),
                    in("java.nio", "ByteBuffer charset.Charset file.Path"),
                    in("java.sql", "Date Time Timestamp"),
                    in("java.time", "Duration Instant LocalDate LocalDateTime LocalTime MonthDay OffsetDateTime"),
                    in("java.time", "OffsetTime Period Year YearMonth ZoneId ZoneOffset ZonedDateTime"),
                    in("java.util", "Calendar Currency Date GregorianCalendar Locale TimeZone UUID regex.Pattern"),
                    in("java.util", "Optional OptionalDouble OptionalInt OptionalLong"),
                    in("java.util", "AbstractList AbstractMap AbstractSet ArrayDeque ArrayList Collection Deque"),
                    in("java.util", "EnumMap EnumSet HashMap HashSet Hashtable LinkedHashMap LinkedHashSet LinkedList"),
                    in("java.util", "List Map Map.Entry NavigableMap NavigableSet PriorityQueue Properties Queue Set"),
                    in("java.util", "SortedMap SortedSet Stack TreeMap TreeSet Vector WeakHashMap"),
                    in("java.util.concurrent", "ArrayBlockingQueue ConcurrentHashMap ConcurrentLinkedDeque"),
                    in("java.util.concurrent", "ConcurrentLinkedQueue ConcurrentMap ConcurrentNavigableMap"),
                    in("java.util.concurrent", "ConcurrentSkipListMap ConcurrentSkipListSet CopyOnWriteArrayList"),
                    in("java.util.concurrent", "CopyOnWriteArraySet LinkedBlockingDeque LinkedBlockingQueue"),
                    in("java.util.concurrent", "LinkedTransferQueue PriorityBlockingQueue"),
                    in("java.util.concurrent.atomic", "AtomicBoolean AtomicInteger AtomicLong AtomicReference"))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> BASE =
            in("java", "lang io math net nio security sql text time util").collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("java.util.BitSet", "a long[]"),
            Map.entry("java.lang.Throwable", "a String, its message"),
            Map.entry("java.lang.StackTraceElement", "a String"),
            Map.entry("java.net.InetAddress", "a String"),
            Map.entry("java.net.SocketAddress", "a String"),
            Map.entry("java.math.MathContext", "an int, its precision, and a RoundingMode"),
            Map.entry("java.nio.Buffer", "an array"),
            Map.entry("java.nio.file.attribute.FileTime", "an Instant"),
            Map.entry("java.io.InputStream", "a byte[]"),
            Map.entry("java.io.OutputStream", "a byte[]"),
            Map.entry("java.io.Reader", "a String"),
            Map.entry("java.io.Writer", "a String"),
            Map.entry("java.text.Format", "a String, its pattern"),
            Map.entry("java.time.Clock", "an Instant"),
            Map.entry("java.time.format.DateTimeFormatter", "a String, its pattern"),
            Map.entry("java.time.temporal.TemporalAccessor", "a class of java.time such as Instant or LocalDate"),
            Map.entry("java.time.temporal.TemporalAmount", "a Duration or a Period"),
            Map.entry("java.time.temporal.TemporalUnit", "a ChronoUnit"),
            Map.entry("java.util.random.RandomGenerator", "a long, its seed"),
            Map.entry("java.util.AbstractMap.SimpleEntry", "a Map.Entry, or a record"),
            Map.entry("java.util.AbstractMap.SimpleImmutableEntry", "a Map.Entry, or a record"),
            Map.entry("java.util.Map", "another Map"),
            Map.entry("java.util.Collection", "a List or a Set"),
            Map.entry("java.util.Iterator", "a List"),
            Map.entry("java.util.Enumeration", "a List"),
            Map.entry("java.util.stream.BaseStream", "a List"),
            Map.entry("java.util.concurrent.atomic.LongAdder", "a long"),
            Map.entry("java.util.concurrent.atomic.DoubleAdder", "a double"),
            Map.entry("java.util.concurrent.atomic.AtomicIntegerArray", "an int[]"),
            Map.entry("java.util.concurrent.atomic.AtomicLongArray", "a long[]"),
            Map.entry("java.util.concurrent.atomic.AtomicReferenceArray", "a List"));

    private final JavaTypes types;

    PlatformParts(JavaTypes types) {
        this.types = types;
    }

    private static Stream<String> in(String packageName, String names) {
        return Stream.of(names.split(" ")).map(name -> packageName + "." + name);
    }

    /** Why one could not be read back, and what to store; empty for what can be, and for classes of other packages. */
    Optional<String> obstacle(TypeElement type) {
        boolean isLost = isOfBase(types.packageOf(type))
                && type.getKind() != ElementKind.ENUM
                && !READABLE.contains(type.getQualifiedName().toString());
        return isLost
                ? Optional.of("a class of the JDK that is written and does not come back. Store " + instead(type))
                : Optional.empty();
    }

    /** What is drawn, played or asked of other machines is not looked at. */
    private static boolean isOfBase(String packageName) {
        return BASE.stream().anyMatch(base -> packageName.equals(base) || packageName.startsWith(base + "."));
    }

    private String instead(TypeElement type) {
        return INSTEAD.entrySet().stream()
                .filter(entry -> types.find(entry.getKey())
                        .filter(known -> types.assignable(type.asType(), known.asType()))
                        .isPresent())
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse("what it stands for, as a record, an enum or a text");
    }
}
