package grader.protocol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records as their components in order, and reads them back: strings, numbers, enums, byte
 * arrays, lists, maps, optional values, other records, and sealed interfaces of records (by
 * position among the permitted classes). Both ends are the same build, so there is no versioning.
 * Null has no form.
 */
final class RecordCodec {

  private static final int MOST_BYTES = 64 << 20;

  private RecordCodec() {}

  static void write(DataOutput out, Type type, Object value) throws IOException {
    switch (value) {
      case String text -> writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case Boolean flag -> out.writeBoolean(flag);
      case Enum<?> constant -> write(out, String.class, constant.name());
      case byte[] bytes -> writeBytes(out, bytes);
      case List<?> list -> {
        out.writeInt(list.size());
        for (Object element : list) {
          write(out, argument(type, 0), element);
        }
      }
      case Optional<?> optional -> write(out, type, optional.stream().toList());
      case Map<?, ?> map -> {
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(out, argument(type, 0), entry.getKey());
          write(out, argument(type, 1), entry.getValue());
        }
      }
      case Record data -> writeRecord(out, (Class<?>) type, data);
      default -> throw new IllegalArgumentException("no form for " + value.getClass());
    }
  }

  static Object read(DataInput in, Type type) throws IOException {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(in, generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return new String(readBytes(in), StandardCharsets.UTF_8);
    } else if (plain == int.class) {
      return in.readInt();
    } else if (plain == long.class || plain == Long.class) {
      return in.readLong();
    } else if (plain == boolean.class) {
      return in.readBoolean();
    } else if (plain == byte[].class) {
      return readBytes(in);
    } else if (plain.isEnum()) {
      return constant(plain, (String) read(in, String.class));
    }
    return readRecord(in, plain);
  }

  private static Object readGeneric(DataInput in, ParameterizedType type) throws IOException {
    if (type.getRawType() == Map.class) {
      return readMap(in, type);
    }
    List<Object> list = readList(in, type);
    return type.getRawType() == List.class ? list : list.stream().findFirst();
  }

  private static void writeRecord(DataOutput out, Class<?> declared, Record data)
      throws IOException {
    if (declared.isSealed()) {
      out.writeInt(Arrays.asList(declared.getPermittedSubclasses()).indexOf(data.getClass()));
    }
    for (RecordComponent component : data.getClass().getRecordComponents()) {
      try {
        write(out, component.getGenericType(), component.getAccessor().invoke(data));
      } catch (ReflectiveOperationException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }
  }

  private static Object readRecord(DataInput in, Class<?> declared) throws IOException {
    Class<?> type =
        declared.isSealed()
            ? element(Arrays.asList(declared.getPermittedSubclasses()), in.readInt())
            : declared;
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IOException("not a record: " + type.getName());
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(in, components[i].getGenericType());
    }
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException invalid) {
      throw new IOException("not a valid " + type.getSimpleName(), invalid);
    }
  }

  private static List<Object> readList(DataInput in, Type type) throws IOException {
    int size = readSize(in);
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(read(in, argument(type, 0)));
    }
    return list;
  }

  private static Map<Object, Object> readMap(DataInput in, Type type) throws IOException {
    int size = readSize(in);
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Object key = read(in, argument(type, 0));
      map.put(key, read(in, argument(type, 1)));
    }
    return map;
  }

  private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[readSize(in)];
    in.readFully(bytes);
    return bytes;
  }

  private static int readSize(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST_BYTES) {
      throw new IOException("impossible size " + size);
    }
    return size;
  }

  private static Object constant(Class<?> type, String name) throws IOException {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("no such " + type.getSimpleName()));
  }

  private static <T> T element(List<T> all, int index) throws IOException {
    if (index < 0 || index >= all.size()) {
      throw new IOException("no choice " + index + " of " + all.size());
    }
    return all.get(index);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
