namespace Complaints.Etl.Conform.Rows;

/// <summary>
/// The fields without which CH01 and CH02 can be computed and are another figure: a mapping may leave them out, and must then say so.
/// </summary>
internal static class DecidingFields
{
    /// <summary>Those that are given for neither stage, or for one of two.</summary>
    /// <param name="stages">The columns of each stage; in the row-per-stage shape those of the row.</param>
    internal static IReadOnlyList<AbsentField> Absent(params ReadOnlySpan<StageColumns> stages)
    {
        var absent = new List<AbsentField>();
        foreach (StageColumns columns in stages)
        {
            if (columns.ReceivedOn is null)
            {
                continue;
            }

            Check(columns.RespondedOn, columns.Named("responded_on"), "no complaint is ever answered, and none in time (CH02)");
            Check(columns.ExtensionTo, columns.Named("extension_to"), "no extension counts: what was answered within one is late (CH02)");
            Check(
                columns.AcknowledgedOn,
                columns.Named("acknowledged_on"),
                "the clock of the Code of 2024 runs from the last day for an acknowledgement (CH02)");
            Check(columns.LoggedOn, columns.Named("logged_on"), "the clock of stage 1 under the Code of 2022 runs from receipt (CH02)");
            Check(
                columns.Status ?? columns.Outcome,
                $"{columns.Named("status")} or {columns.Named("outcome")}",
                "complaints that were refused count as made (CH01, CH02)");
        }

        return absent;

        void Check(object? field, string name, string consequence)
        {
            if (field is null)
            {
                absent.Add(new AbsentField(name, consequence));
            }
        }
    }
}
