namespace DbUp.Builder;

/// <summary>What a target hangs its extension method on.</summary>
public class SupportedDatabases;
