namespace Complaints.Etl.Mapping;

/// <summary>A data file of a load set.</summary>
/// <param name="DataPath">The data file's full path.</param>
/// <param name="Mapping">Its mapping; null for a layout that is built in.</param>
/// <param name="BuiltIn">The name of the built-in layout, such as "builtin:rsh-tsm"; null with a mapping file.</param>
public sealed record LoadSetEntry(string DataPath, MappingFile? Mapping, string? BuiltIn);
