namespace Complaints.Etl.Mapping;

/// <summary>The order of day, month and year in dates that are not ISO.</summary>
public enum DateOrder
{
    /// <summary>Day, month, year, as in the United Kingdom.</summary>
    Dmy = 1,

    /// <summary>Month, day, year.</summary>
    Mdy,

    /// <summary>Year, month, day.</summary>
    Ymd,
}
