using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Explaining;

/// <summary>
/// Eleven stages of 2023/24 that can be counted by hand, from two sources: CRM-A records days of logging, CRM-B has no such column and ends
/// before the year does. Of the landlord 4826 there are ten: of stage 1 seven count in CH02, and three of them are in time.
/// </summary>
public sealed class HandMadeWarehouse : IAsyncLifetime
{
    private static readonly DateOnly s_day = new(2023, 5, 2);

    public TestWarehouse Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestWarehouse.CreateAsync();
        await Store.LoadAsync(
            new DateOnly(2024, 3, 15),
            new TestRows
            {
                Landlords = [Make.Landlord("4826", "Westward"), Make.Landlord("41UB", "Cannock Chase")],
                Stock = [Make.Stock("4826", 2023, 1_000)],
                Stages =
                [
                    InTime("B1") with { LoggedOn = null, ClockStartedOn = s_day },
                    Late("B2") with { LoggedOn = null, ClockStartedOn = s_day },
                ],
            },
            source: "CRM-B");
        await Store.LoadAsync(
            new DateOnly(2024, 5, 31),
            new TestRows
            {
                Stages =
                [
                    InTime("A1"),
                    Late("A2"),
                    Open("A3"),
                    InTime("A4") with { StockType = StockType.Neither },
                    Open("A5") with { Status = StageStatus.Refused },
                    Open("A6") with { Status = StageStatus.Withdrawn },
                    InTime("A7") with { Stage = Stage.Two, LoggedOn = null, ClockStartedOn = s_day },
                    InTime("A8") with { StockType = StockType.Lcho, LoggedOn = s_day.AddDays(12), ClockStartedOn = s_day },
                    InTime("A9") with { LandlordCode = LandlordCode.Parse("41UB") },
                ],
                Quarantine = [Make.Held(1, "bad-date", day: null)],
            },
            source: "CRM-A");
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static StageRow Open(string reference) => Make.Stage(reference, "4826", s_day) with
    {
        LoggedOn = s_day.AddDays(1),
        ClockStartedOn = s_day.AddDays(1),
    };

    private static StageRow InTime(string reference) => Open(reference) with { RespondedOn = s_day.AddDays(10), WorkingDaysToRespond = 7 };

    private static StageRow Late(string reference) => Open(reference) with { RespondedOn = s_day.AddDays(20), WorkingDaysToRespond = 13 };
}
